using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A correction or annulment that names no notification (E05).</summary>
internal sealed class CorrectionOfNothing : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Status == "N";

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Status = random.PerMille(500) ? "M" : "C";
        care.Expect("E05", Severity.RejectRecord);
    }
}
