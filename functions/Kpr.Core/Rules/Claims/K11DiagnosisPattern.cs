using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K11: the diagnosis code has the form of its system.</summary>
public sealed class K11DiagnosisPattern() : RecordRule<Claim>("K11", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnosekoden skal ha kodeverkets form.";

    /// <inheritdoc/>
    public override string English => "ICPC-2: chapter letter or hyphen and two digits in the chapter's ranges; ICPC-2B: the same and a suffix of four characters; ICD-10: letter, two digits and up to three more.";

    /// <inheritdoc/>
    public override string Advice => "Sjekk at koden er skrevet riktig og står med riktig kodeverk.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; kodeverkenes struktur";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        Judge(record.Diagnoser, record.Fields.Diagnosis, verdict);
        Judge(record.HenvisningDiagnoser, record.Fields.ReferralDiagnosis, verdict);
    }

    private static bool Fits(DiagnosisSystem system, ReadOnlySpan<char> code) => system switch
    {
        DiagnosisSystem.Icpc2 => Icpc2Structure.IsCode(code),
        DiagnosisSystem.Icpc2B => Icpc2Structure.IsCode2B(code),
        DiagnosisSystem.Icd10 => Icd10Pattern.IsCode(code),
        _ => !code.IsEmpty,
    };

    private void Judge(List<ClaimCode> diagnoses, string field, RecordVerdict verdict)
    {
        foreach (var diagnosis in diagnoses)
        {
            var system = DiagnosisSystems.Of(diagnosis.System);
            if (diagnosis.Code is null)
            {
                verdict.Report(this, field, "Diagnosen mangler kode.", line: diagnosis.Line);
            }
            else if (system != DiagnosisSystem.None && !Fits(system, diagnosis.Code))
            {
                verdict.Report(this, field, $"Diagnosekoden har ikke formen til {system.Name()}.", line: diagnosis.Line);
            }
        }
    }
}
