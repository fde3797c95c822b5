using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>The GUID of the notification before, with other content (E02): rejects the whole message.</summary>
internal sealed class RepeatedGuid : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.FollowsInFile;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Guid = care.PreviousGuid;
        care.Expect("E02", Severity.RejectFile);
    }
}
