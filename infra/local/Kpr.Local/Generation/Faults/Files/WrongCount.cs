using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A number of claims that is not the number of claims (F17).</summary>
internal sealed class WrongCount : IClaimFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.CountError = random.PerMille(500) ? 1 : -1;
        message.Expected.Add(("F17", Severity.RejectFile));
    }
}
