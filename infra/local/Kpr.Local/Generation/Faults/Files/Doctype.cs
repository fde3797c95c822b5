using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A document type declaration (F19).</summary>
internal sealed class Doctype : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        plan.HasDoctype = true;
        plan.Unreadable = "F19";
        plan.ReadsNothing = true;
    }
}
