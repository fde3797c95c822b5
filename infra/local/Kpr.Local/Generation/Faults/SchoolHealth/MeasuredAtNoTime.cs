using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A time of measurement that is none (F02, blanked).</summary>
internal sealed class MeasuredAtNoTime : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Measurements.Count > 0;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.MeasuredAt = draft.Day;
        foreach (var _ in draft.Measurements)
        {
            draft.Expect("F02", Severity.Warning);
        }
    }
}
