using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A code of breastfeeding that is in no list (F02, blanked).</summary>
internal sealed class UnknownBreastfeeding : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Breastfeeding = "9";
        draft.Expect("F02", Severity.Warning);
    }
}
