using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>An attribute of the format that may not stand here: sex (F02).</summary>
internal sealed class ProhibitedAttribute : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.StrangeAttribute = ("kjonn", "1");
        care.Expect("F02", Severity.RejectRecord);
    }
}
