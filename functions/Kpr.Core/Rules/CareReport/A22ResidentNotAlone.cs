using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A22: who has a long-term stay lives with others.</summary>
public sealed class A22ResidentNotAlone() : RecordRule<CareUser>("A22", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Den som har langtidsopphold, bor sammen med andre.";

    /// <inheritdoc/>
    public override string English => "Long-term resident with household “alone”.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi husstand 2 for beboere i institusjon.";

    /// <inheritdoc/>
    public override string Source => "Veileder for registrering av IPLOS-data";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record is { IsLongTermResident: true, Housing: { Husstand: "1" } home })
        {
            verdict.Report(this, "husstand", "Husstand er «alene» for en person med langtidsopphold.", line: home.Line);
        }
    }
}
