using System.Text;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A file that says UTF-8 and is ISO-8859-1 (F23).</summary>
internal sealed class ClaimsDishonestEncoding : IClaimFileFault
{
    /// <inheritdoc/>
    public bool Fits(Practice practice) => practice.Form != ClaimForm.Json;

    /// <inheritdoc/>
    public void Plant(FilePlan plan, ClaimMessageDraft message, SplitMix random)
    {
        plan.Declared = FilePlan.Utf8;
        plan.Actual = Encoding.Latin1;
        plan.Unreadable = "F23";
        plan.ReadsNothing = true;
    }
}
