using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>Status T, which is not taken (E06).</summary>
internal sealed class Supplement : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Status == "N";

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Status = "T";
        care.Expect("E06", Severity.RejectRecord);
    }
}
