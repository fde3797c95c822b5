using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A document type declaration (F19).</summary>
internal sealed class ClaimsDoctype : IClaimFileFault
{
    /// <inheritdoc/>
    public bool Fits(Practice practice) => practice.Form == ClaimForm.Xml;

    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        plan.HasDoctype = true;
        plan.Unreadable = "F19";
        plan.ReadsNothing = true;
    }
}
