using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A notification without event (E01).</summary>
internal sealed class NoEvent : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Events = 0;
        draft.HasPerson = false;
        draft.Expect("E01", Severity.RejectRecord);
    }
}
