using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>No identity number (I01): rejects the whole message.</summary>
internal sealed class NoNumber : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Identify(care.Identity with { Number = null });
        care.Expect("I01", Severity.RejectFile);
    }
}
