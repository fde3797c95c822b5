using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A previous GUID that is not the one before (E04).</summary>
internal sealed class ChainBroken : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.FollowsInFile;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.PreviousGuid = random.Guid();
    }
}
