using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A profession that is in no list (F02, set to −1).</summary>
internal sealed class UnknownProfession : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Workers.Add(("77", "999000123"));
        draft.Expect("F02", Severity.Warning);
    }
}
