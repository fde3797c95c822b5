using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A service type that the feed does not take yet, or that does not exist (E11).</summary>
internal sealed class ServiceNotTaken : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.ServiceType = random.PerMille(800) ? "15" : "77";
        care.Expect("E11", Severity.RejectRecord);
    }
}
