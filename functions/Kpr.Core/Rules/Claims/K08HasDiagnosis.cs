using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K08: a claim has a diagnosis.</summary>
public sealed class K08HasDiagnosis() : RecordRule<Claim>("K08", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En regning skal ha minst én diagnose, unntatt fra tjenester som ikke trenger det.";

    /// <inheritdoc/>
    public override string English => "Each claim has a diagnosis, unless the provider type needs none. Credits, corrections of the paid flag and claims that only report a patient's share need none.";

    /// <inheritdoc/>
    public override string Advice => "Legg til diagnosen, hoveddiagnosen først.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon; vilkår for refusjon";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.Diagnoser.Count == 0 && !record.RefersToEarlier && !record.IsShareOnly && record.Service.NeedsDiagnosis())
        {
            verdict.Report(this, record.Fields.Diagnosis, "Regningen har ingen diagnose.");
        }
    }
}
