using System.Text;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A file that says UTF-8 and is ISO-8859-1 (F23).</summary>
internal sealed class DishonestEncoding : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        plan.Declared = FilePlan.Utf8;
        plan.Actual = Encoding.Latin1;
        plan.Unreadable = "F23";
        plan.ReadsNothing = true;
    }
}
