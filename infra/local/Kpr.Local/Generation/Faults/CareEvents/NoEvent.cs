using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A notification without event (E01).</summary>
internal sealed class NoEvent : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Events = 0;
        care.HasPerson = false;
        care.Expect("E01", Severity.RejectRecord);
    }
}
