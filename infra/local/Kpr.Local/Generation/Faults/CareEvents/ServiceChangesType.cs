using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A service key used for another type of service before (E12).</summary>
internal sealed class ServiceChangesType : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Service.IsKnown && !care.IsRejected;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.ServiceType = care.ServiceType == "21" ? "29" : "21";
        care.Expect("E12", Severity.RejectRecord);
    }
}
