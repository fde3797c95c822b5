using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>An element or field beside the claims that the format does not have (F18).</summary>
internal sealed class UnknownInMessage : IClaimFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.StrangeName = message.Practice.Form == ClaimForm.Json ? "fakturaadresse" : "Fakturaadresse";
        message.Expected.Add(("F18", Severity.RejectFile));
    }
}
