using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>No type of identity number (I02): rejects the whole message.</summary>
internal sealed class NoType : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Identify(care.Identity with { Type = IdentityType.None });
        care.Expect("I02", Severity.RejectFile);
    }
}
