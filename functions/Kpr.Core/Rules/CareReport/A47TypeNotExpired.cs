using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A47: from format 56 on, technology (6, 26, 27, 28) and coercion (14, 23, 24) are no types of service.</summary>
public sealed class A47TypeNotExpired() : RecordRule<CareUser>("A47", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Fra format 56 er teknologi (6, 26, 27, 28) og tvang (14, 23, 24) ikke tjenestetyper.";

    /// <inheritdoc/>
    public override string English => "Use of 14, 23, 24 or 6, 26, 27, 28 as service type in format 56 or later.";

    /// <inheritdoc/>
    public override string Advice => "Rapporter tvang som tvang, og teknologi etter kodeverk 9346 når formatet har det.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record.Report?.Version is not { IsFormat56OrLater: true })
        {
            return;
        }

        foreach (var service in record.Services)
        {
            if (service.Type is { ExpiredInEventFormat56: true })
            {
                verdict.Report(this, "tjenesteType", "Tjenestetypen er utgått i dette formatet.", line: service.Line);
            }
        }
    }
}
