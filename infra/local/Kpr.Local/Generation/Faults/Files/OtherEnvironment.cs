using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>The address of the other environment (F26).</summary>
internal sealed class OtherEnvironment : IClaimFileFault
{
    /// <inheritdoc/>
    public bool Fits(Practice practice) => practice.Form != ClaimForm.Json;

    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.Receiver = message.Receiver == ClaimMessageDraft.ProductionAddress ? ClaimMessageDraft.TestAddress : ClaimMessageDraft.ProductionAddress;
        message.Expected.Add(("F26", Severity.RejectFile));
    }
}
