using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A recommended consultation that is in no list (F02, blanked), or none (F02).</summary>
internal sealed class UnknownStep : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        if (random.PerMille(700))
        {
            draft.Step = "3A";
            draft.Expect("F02", Severity.Warning);
        }
        else
        {
            draft.Step = "";
            draft.Expect("F02", Severity.RejectRecord);
        }
    }
}
