using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A document type declaration (F19).</summary>
internal sealed class Doctype : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        plan.HasDoctype = true;
        plan.Unreadable = "F19";
        plan.ReadsNothing = true;
    }
}
