using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A registration far in the future (E07); after the day of extraction too, where the message tells one.</summary>
internal sealed class RegisteredInFuture : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.RegisteredAt = new DateTime(2199, 1, 1, 8, 0, 0).AddMinutes(random.Below(100_000));
        draft.Expect("E07", Severity.RejectRecord);
        if (draft.IsExtracted)
        {
            draft.Expect("E07", Severity.Warning);
        }
    }
}
