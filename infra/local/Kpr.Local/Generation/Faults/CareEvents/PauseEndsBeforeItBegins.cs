using System.Globalization;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A pause that ends before it began (E09).</summary>
internal sealed class PauseEndsBeforeItBegins : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 12;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Kind == CareEventKind.MidlertidigStoppTil && care.Service.PausedFrom is not null && !care.IsRejected;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Day = care.Service.PausedFrom!.Value.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        care.Expect("E09", Severity.RejectRecord);
    }
}
