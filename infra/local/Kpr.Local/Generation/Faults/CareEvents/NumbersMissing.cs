using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A gap in the serial numbers: notifications are missing before this one (E03), so it names one that is not there (E04).</summary>
internal sealed class NumbersMissing : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 4;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.FollowsInFile;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Serial += random.Between(1, 5);
        care.PreviousGuid = random.Guid();
    }
}
