using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A form that is in no list (F02, blanked).</summary>
internal sealed class UnknownForm : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Form = "V";
        draft.Expect("F02", Severity.Warning);
    }
}
