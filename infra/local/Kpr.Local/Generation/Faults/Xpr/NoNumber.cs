using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>No identity number (I01): rejects the whole message.</summary>
internal sealed class NoNumber : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Identify(draft.Identity with { Number = null });
        draft.Expect("I01", Severity.RejectFile);
    }
}
