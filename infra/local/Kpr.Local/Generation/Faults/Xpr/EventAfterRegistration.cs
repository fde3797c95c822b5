using System.Globalization;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>An event after its registration (E07).</summary>
internal sealed class EventAfterRegistration : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Day = DateOnly.FromDateTime(draft.RegisteredAt).AddDays(random.Between(1, 300)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        draft.Expect("E07", Severity.RejectRecord);
    }
}
