using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A previous GUID that is not the one before (E04).</summary>
internal sealed class ChainBroken : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(XprDraft draft) => draft.FollowsInFile;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.PreviousGuid = random.Guid();
    }
}
