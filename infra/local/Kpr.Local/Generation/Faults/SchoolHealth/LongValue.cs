using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A value of more than twenty characters: the result is dropped (F02).</summary>
internal sealed class LongValue : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Measurements.Add(("Vekt", "omtrent som ved forrige måling", "kg"));
        draft.Expect("F02", Severity.Warning);
    }
}
