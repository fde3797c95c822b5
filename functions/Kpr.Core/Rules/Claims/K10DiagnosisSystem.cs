using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K10: the diagnosis system fits the service.</summary>
public sealed class K10DiagnosisSystem() : RecordRule<Claim>("K10", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnosen skal være i et kodeverk som tjenesten bruker.";

    /// <inheritdoc/>
    public override string English => "The diagnosis system is one that the provider type uses: ICPC-2 or ICPC-2B, ICD-10, ICD-DA-3. Referral diagnoses need only be in a known system.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi OID for ICPC-2 (7170), ICPC-2B (7171), ICD-10 (7110) eller ICD-DA-3 (7111), etter hva tjenesten bruker.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        foreach (var diagnosis in record.Diagnoser)
        {
            var system = DiagnosisSystems.Of(diagnosis.System);
            if (system == Formats.Claims.DiagnosisSystem.None)
            {
                verdict.Report(this, record.Fields.Diagnosis, Unknown(diagnosis), line: diagnosis.Line);
            }
            else if ((record.Service.Systems() & system) == 0)
            {
                verdict.Report(this, record.Fields.Diagnosis, $"Diagnosen er i {system.Name()}, som tjenesten ikke bruker.", line: diagnosis.Line);
            }
        }

        foreach (var diagnosis in record.HenvisningDiagnoser)
        {
            if (DiagnosisSystems.Of(diagnosis.System) == Formats.Claims.DiagnosisSystem.None)
            {
                verdict.Report(this, record.Fields.ReferralDiagnosis, Unknown(diagnosis), line: diagnosis.Line);
            }
        }
    }

    private static string Unknown(ClaimCode diagnosis) =>
        diagnosis.System is null ? "Diagnosen mangler kodeverk." : "Diagnosens kodeverk er ikke ICPC-2, ICPC-2B, ICD-10 eller ICD-DA-3.";
}
