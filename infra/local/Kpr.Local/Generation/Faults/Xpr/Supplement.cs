using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>Status T, which is not taken (E06).</summary>
internal sealed class Supplement : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(XprDraft draft) => draft.Status == "N";

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Status = "T";
        draft.Expect("E06", Severity.RejectRecord);
    }
}
