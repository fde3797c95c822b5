using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A file of claims that was cut off on its way (F01).</summary>
internal sealed class ClaimsCutOff : IClaimFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        plan.CutAfter = random.Between(1, 5);
        plan.Unreadable = "F01";
    }
}
