using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A correction or annulment that names no notification (E05).</summary>
internal sealed class CorrectionOfNothing : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(XprDraft draft) => draft.Status == "N";

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Status = random.PerMille(500) ? "M" : "C";
        draft.Expect("E05", Severity.RejectRecord);
    }
}
