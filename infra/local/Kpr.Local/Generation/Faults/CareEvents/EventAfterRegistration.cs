using System.Globalization;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>An event after its registration (E07).</summary>
internal sealed class EventAfterRegistration : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Day = DateOnly.FromDateTime(care.RegisteredAt).AddDays(random.Between(1, 300)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        care.Expect("E07", Severity.RejectRecord);
    }
}
