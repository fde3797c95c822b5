using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A gap in the serial numbers: notifications are missing before this one (E03), so it names one that is not there (E04).</summary>
internal sealed class NumbersMissing : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 4;

    /// <inheritdoc/>
    public bool Fits(XprDraft draft) => draft.FollowsInFile;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Serial += random.Between(1, 5);
        draft.PreviousGuid = random.Guid();
    }
}
