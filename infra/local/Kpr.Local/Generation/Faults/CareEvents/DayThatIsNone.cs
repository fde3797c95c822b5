using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A day that does not exist (F02).</summary>
internal sealed class DayThatIsNone : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Day = care.Day[..5] + "02-30";
        care.Expect("F02", Severity.RejectRecord);
    }
}
