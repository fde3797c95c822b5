using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A day that does not exist (F02).</summary>
internal sealed class DayThatIsNone : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Day = draft.Day[..5] + "02-30";
        draft.Expect("F02", Severity.RejectRecord);
    }
}
