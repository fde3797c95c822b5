using System.Globalization;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A service that ends before it starts (E09).</summary>
internal sealed class EndBeforeStart : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 6;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Kind == CareEventKind.TjenesteSlutt && care.Service.Start is not null && !care.IsRejected;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Day = care.Service.Start!.Value.AddDays(-random.Between(1, 60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        care.Expect("E09", Severity.RejectRecord);
    }
}
