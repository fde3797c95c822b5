using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A time that does not exist (F02).</summary>
internal sealed class TimeThatIsNone : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.StrangeTime = "2025-02-30T25:00:00";
        claim.Exemption = null;
        claim.Expect("F02", Severity.RejectRecord);
    }
}
