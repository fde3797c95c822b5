using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>No GUID (K03): a warning in XML, and the claim in JSON.</summary>
internal sealed class NoGuid : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Guid = null;
        claim.Expect("K03", claim.IsJson ? Severity.RejectRecord : Severity.Warning);
    }
}
