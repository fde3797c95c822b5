using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>Another root element (F02).</summary>
internal sealed class WrongRoot : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Root = "Rapport";
        plan.Unreadable = "F02";
        plan.ReadsNothing = true;
    }
}
