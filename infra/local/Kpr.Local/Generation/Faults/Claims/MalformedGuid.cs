using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A GUID that is none (K03).</summary>
internal sealed class MalformedGuid : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Guid = claim.Guid![..^1] + "x";
        claim.Expect("K03", Severity.RejectRecord);
    }
}
