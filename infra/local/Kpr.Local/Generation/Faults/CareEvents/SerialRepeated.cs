using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>The serial number of the notification before (E03).</summary>
internal sealed class SerialRepeated : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.FollowsInFile && care.Serial > 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Serial--;
    }
}
