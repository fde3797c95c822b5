using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>Another organisation than the one that sends the file (F07).</summary>
internal sealed class OtherSender : IClaimFileFault
{
    /// <inheritdoc/>
    public bool Fits(Practice practice) => practice.Form != ClaimForm.Json;

    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.Sender = Population.Organisation(random);
        message.Expected.Add(("F07", Severity.RejectFile));
    }
}
