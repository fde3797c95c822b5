using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K12: one diagnosis is the main one.</summary>
public sealed class K12OneMainDiagnosis() : RecordRule<Claim>("K12", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnosene på en regning skal være nummerert fra 1 uten hull, og nummer 1 er hoveddiagnosen.";

    /// <inheritdoc/>
    public override string English => "Exactly one main diagnosis (number 1) when there is any; order numbers without gap.";

    /// <inheritdoc/>
    public override string Advice => "Nummerer diagnosene 1, 2, 3 … på hver regning.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.Delivered is { DiagnosisNumbers: { Count: > 0 } numbers } && !AreOneToCount(numbers))
        {
            verdict.Report(this, "diagnose.kodeNr", numbers.Contains(1)
                ? "Diagnosene er ikke nummerert fra 1 uten hull."
                : "Regningen har diagnoser, men ingen hoveddiagnose (nummer 1).");
        }
    }

    private static bool AreOneToCount(List<int> numbers)
    {
        // Mostly they stand in order; else each is looked for.
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] != i + 1 && !numbers.Contains(i + 1))
            {
                return false;
            }
        }

        return true;
    }
}
