using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A43: what a person who objects (motsatt seg) need not have registered is removed before anything is judged or stored, and counted: diagnoses, assessments, and what has been looked into of health. Administrative items stay. No finding.</summary>
public sealed class A43ObjectionRespected() : RecordRule<CareUser>("A43")
{
    /// <inheritdoc/>
    public override string Norwegian => "Har personen motsatt seg, fjernes helseopplysninger før lagring: diagnoser, kartlegginger og helsedelen av vurderingen. Antallet lagres.";

    /// <inheritdoc/>
    public override string English => "Objection flag set: health items are removed before storage and counted; administrative items stay.";

    /// <inheritdoc/>
    public override string Advice => "Ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "KPR-forskriften § 2-2";

    /// <inheritdoc/>
    public override int Order => 200;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (!record.Objects)
        {
            return;
        }

        record.RemovedItems = record.Diagnoses.Count + record.Assessments.Count;
        record.Diagnoses.Clear();
        record.Assessments.Clear();
        if (record.Appraisal is { } seen)
        {
            record.RemovedItems += ((ReadOnlySpan<string?>)[seen.Lege12Mnd, seen.Tannhelse12Mnd, seen.Ernaering, seen.LegemiddelgjennomgangDato])
                .ToArray().Count(item => item is not null);
            seen.Lege12Mnd = seen.Tannhelse12Mnd = seen.Ernaering = seen.LegemiddelgjennomgangDato = null;
            seen.ReviewedOn = null;
        }
    }
}
