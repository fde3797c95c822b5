using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A service key used for another user before (E12).</summary>
internal sealed class ServiceChangesUser : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 6;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Service.IsKnown && !care.IsRejected;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.LocalNumber += "X";
        care.Expect("E12", Severity.RejectRecord);
    }
}
