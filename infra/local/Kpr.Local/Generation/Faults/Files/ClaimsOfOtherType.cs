using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A message type that is no claim of a practitioner (F04).</summary>
internal sealed class ClaimsOfOtherType : IClaimFileFault
{
    /// <inheritdoc/>
    public bool Fits(Practice practice) => practice.Form != ClaimForm.Json && practice.Service.NeedsDiagnosis;

    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.Type = "LROM";
        message.Expected.Add(("F04", Severity.RejectFile));
    }
}
