using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A36: a diagnosis is a code of ICPC-2 or ICD-10, by pattern; otherwise it is left out.</summary>
public sealed class A36DiagnosisFits() : RecordRule<CareUser>("A36", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnosen skal være en kode i ICPC-2 eller ICD-10; ellers tas den ikke med.";

    /// <inheritdoc/>
    public override string English => "Diagnosis system is ICPC-2 or ICD-10 and the pattern fits; otherwise the diagnosis is dropped.";

    /// <inheritdoc/>
    public override string Advice => "Rett kodeverk og kode.";

    /// <inheritdoc/>
    public override string Source => "Informasjon til tjenestemottakere om IPLOS; ICPC-2 og ICD-10";

    /// <inheritdoc/>
    public override int Order => 950;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        record.Diagnoses.RemoveAll(diagnosis =>
        {
            var fits = diagnosis.Kodeverk switch
            {
                "ICPC-2" => Icpc2Structure.IsCode(diagnosis.Kode),
                "ICD-10" => Icd10Pattern.IsCode(diagnosis.Kode),
                _ => false,
            };
            if (!fits)
            {
                verdict.Report(this, "kode", "Diagnosen er ikke en kode i ICPC-2 eller ICD-10 og tas ikke med.", line: diagnosis.Line);
            }

            return !fits;
        });
    }
}
