using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A37: a diagnosis of a chapter bound to one sex fits the sex stated.</summary>
public sealed class A37DiagnosisFitsSex() : RecordRule<CareUser>("A37", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnoser i kjønnsbundne kapitler (W, X og Y i ICPC-2) skal passe med kjønn.";

    /// <inheritdoc/>
    public override string English => "Sex-bound ICPC chapter (X with male, Y with female, W with male).";

    /// <inheritdoc/>
    public override string Advice => "Kontroller diagnose og kjønn.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var diagnosis in record.Diagnoses)
        {
            if (diagnosis is { Kodeverk: "ICPC-2", Kode: [var chapter, ..] }
                && ((record.StatedSex == Sex.Male && chapter is 'X' or 'W') || (record.StatedSex == Sex.Female && chapter == 'Y')))
            {
                verdict.Report(this, "kode", "Diagnosens kapittel passer ikke med oppgitt kjønn.", line: diagnosis.Line);
            }
        }
    }
}
