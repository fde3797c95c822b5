using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K27: the practice lies in a municipality of the day.</summary>
public sealed class K27PracticeMunicipality() : RecordRule<Claim>("K27", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Praksisens kommunenummer skal være i bruk på behandlingsdagen.";

    /// <inheritdoc/>
    public override string English => "The practice municipality is in use on the day of treatment; another is set to unknown.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller praksiskommunen mot kommuneinndelingen på datoen.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; SSB Klass 131";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record is { Delivered: { } delivered, LocalTime: { } time }
            && !(delivered.PracticeMunicipality is { } number && verdict.File.Reference.Municipalities.IsValid(number, DateOnly.FromDateTime(time))))
        {
            verdict.Report(this, "praksisKommuneNr", "Praksisens kommunenummer var ikke i bruk på behandlingsdagen. Det settes til ukjent.");
            delivered.PracticeMunicipality = null;
        }
    }
}
