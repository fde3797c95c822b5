using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A registration far in the future (E07).</summary>
internal sealed class RegisteredInFuture : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.RegisteredAt = new DateTime(2199, 1, 1, 8, 0, 0).AddMinutes(random.Below(100_000));
        care.Expect("E07", Severity.RejectRecord);
    }
}
