using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>No type of identity number (I02): rejects the whole message.</summary>
internal sealed class NoType : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Identify(draft.Identity with { Type = IdentityType.None });
        draft.Expect("I02", Severity.RejectFile);
    }
}
