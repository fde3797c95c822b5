using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>The serial number of the notification before (E03).</summary>
internal sealed class SerialRepeated : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(XprDraft draft) => draft.FollowsInFile && draft.Serial > 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Serial--;
    }
}
