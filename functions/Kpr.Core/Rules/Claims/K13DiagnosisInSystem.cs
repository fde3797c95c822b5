using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K13: the diagnosis code stands in the system that it is sent in.</summary>
public sealed class K13DiagnosisInSystem() : RecordRule<Claim>("K13", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnosekoden skal finnes i kodeverket den er oppgitt i, på behandlingsdagen.";

    /// <inheritdoc/>
    public override string English => "The diagnosis code is one of the stated system on the day of treatment, not of another system (S422 is ICD-10, not ICPC-2). ICPC-2B is judged by its ICPC-2 code; process codes (30–69) by their form alone, K11. Judged for the systems that the operator has loaded.";

    /// <inheritdoc/>
    public override string Advice => "Velg koden på nytt i kodeverkets gjeldende utgave, eller oppgi kodeverket den hører til i.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; ICPC-2 og ICD-10 lastet av registeret";

    /// <inheritdoc/>
    public override OptionalCatalogues Needs => OptionalCatalogues.Icpc2 | OptionalCatalogues.Icd10;

    private const int Icpc2Length = 3;

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        var reference = verdict.File.Reference;
        if (record.Day is { } day && (reference.Icpc2 is not null || reference.Icd10 is not null) && !record.RefersToEarlier)
        {
            Judge(record.Diagnoser, record.Fields.Diagnosis, day, verdict);
            Judge(record.HenvisningDiagnoser, record.Fields.ReferralDiagnosis, day, verdict);
        }
    }

    private void Judge(List<ClaimCode> diagnoses, string field, DateOnly day, RecordVerdict verdict)
    {
        foreach (var diagnosis in diagnoses)
        {
            if (diagnosis.Code is { } code && Fault(DiagnosisSystems.Of(diagnosis.System), code, verdict.File.Reference, day) is { } fault)
            {
                verdict.Report(this, field, fault, line: diagnosis.Line);
            }
        }
    }

    private static string? Fault(DiagnosisSystem system, string code, ReferenceData reference, DateOnly day) => system switch
    {
        DiagnosisSystem.Icpc2 => Fault(code, code, reference.Icpc2, reference.Icd10, "ICPC-2", "ICD-10", HasIcpc2Form(code), day),
        DiagnosisSystem.Icpc2B => Icpc2Structure.IsCode2B(code)
            ? Fault(code.AsSpan(0, Icpc2Length), code, reference.Icpc2, reference.Icd10, "ICPC-2", "ICD-10", HasIcpc2Form(code.AsSpan(0, Icpc2Length)), day)
            : null,
        DiagnosisSystem.Icd10 => Fault(code, code, reference.Icd10, reference.Icpc2, "ICD-10", "ICPC-2", Icd10Pattern.IsCode(code), day),
        _ => null,
    };

    // A code without the system's form is a matter of K11, unless it is known where it belongs.
    private static string? Fault(
        ReadOnlySpan<char> code, string sent, DiagnosisCatalogue? own, DiagnosisCatalogue? other, string ownName, string otherName, bool hasForm, DateOnly day) =>
        own is null || IsProcess(code, ownName) || own.Find(code, day) is not null ? null
        : other?.Find(sent, day) is not null ? $"Diagnosekoden er ikke i {ownName}, men i {otherName}."
        : hasForm ? $"Diagnosekoden er ikke i {ownName} på behandlingsdagen."
        : null;

    private static bool IsProcess(ReadOnlySpan<char> code, string system) => system == "ICPC-2" && Icpc2Structure.KindOf(code) == Icpc2CodeKind.Process;

    private static bool HasIcpc2Form(ReadOnlySpan<char> code) => Icpc2Structure.IsCode(code);
}
