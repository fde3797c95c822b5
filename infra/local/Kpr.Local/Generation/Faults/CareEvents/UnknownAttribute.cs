using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>An attribute that the format does not have (F18): rejects the whole message.</summary>
internal sealed class UnknownAttribute : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.StrangeAttribute = ("telefon", "00000000");
        care.Expect("F18", Severity.RejectFile);
    }
}
