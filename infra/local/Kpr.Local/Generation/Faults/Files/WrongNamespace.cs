using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>The namespace of another version (F02).</summary>
internal sealed class WrongNamespace : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Namespace = "http://www.npr.no/xmlstds/55_0_0_ipl";
        plan.Unreadable = "F02";
        plan.ReadsNothing = true;
    }
}
