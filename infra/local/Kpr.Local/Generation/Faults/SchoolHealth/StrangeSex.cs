using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A sex that is in no list (A26, set to 0).</summary>
internal sealed class StrangeSex : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.StatedSex = random.PerMille(500) ? "M" : "";
        draft.Expect("A26", Severity.Warning);
    }
}
