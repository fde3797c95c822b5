using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>The GUID of the notification before, with other content (E02): rejects the whole message.</summary>
internal sealed class RepeatedGuid : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(XprDraft draft) => draft.FollowsInFile;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Guid = draft.PreviousGuid;
        draft.Expect("E02", Severity.RejectFile);
    }
}
