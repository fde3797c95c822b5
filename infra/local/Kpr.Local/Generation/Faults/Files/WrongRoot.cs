using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>Another root element (F02).</summary>
internal sealed class WrongRoot : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Root = "Rapport";
        plan.Unreadable = "F02";
        plan.ReadsNothing = true;
    }
}
