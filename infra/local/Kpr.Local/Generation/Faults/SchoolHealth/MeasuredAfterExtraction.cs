using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A measurement after the day of extraction (E07).</summary>
internal sealed class MeasuredAfterExtraction : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Measurements.Count > 0;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.MeasuredAt = "2199-06-01T08:00:00";
        foreach (var _ in draft.Measurements)
        {
            draft.Expect("E07", Severity.Warning);
        }
    }
}
