using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A change of provider that names none (E10).</summary>
internal sealed class NoProvider : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 12;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Kind == CareEventKind.TjenesteutforerEndret;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Organisation = null;
        care.Expect("E10", Severity.RejectRecord);
    }
}
