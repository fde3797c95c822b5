using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>No key of the service (F02).</summary>
internal sealed class NoServiceKey : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.ServiceKey = null;
        care.Expect("F02", Severity.RejectRecord);
    }
}
