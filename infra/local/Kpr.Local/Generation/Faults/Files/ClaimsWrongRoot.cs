using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>Another element in the place of MsgHead (F02).</summary>
internal sealed class ClaimsWrongRoot : IClaimFileFault
{
    /// <inheritdoc/>
    public bool Fits(Practice practice) => practice.Form == ClaimForm.Xml;

    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        message.Root = "Rapport";
        plan.Unreadable = "F02";
        plan.ReadsNothing = true;
    }
}
