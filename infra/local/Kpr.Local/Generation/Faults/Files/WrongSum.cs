using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A sum that is off by one øre or more (F17).</summary>
internal sealed class WrongSum : IClaimFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.SumError = random.Between(1, 10_000);
        message.Expected.Add(("F17", Severity.RejectFile));
    }
}
