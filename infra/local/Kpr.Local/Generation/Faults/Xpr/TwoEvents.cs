using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>Two events in one notification (E01).</summary>
internal sealed class TwoEvents : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Events = 2;
        draft.Expect("E01", Severity.RejectRecord);
    }
}
