using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>The namespace of another version (F02).</summary>
internal sealed class WrongNamespace : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Namespace = envelope.Namespace.Replace("56_0_0", "55_0_0", StringComparison.Ordinal);
        plan.Unreadable = "F02";
        plan.ReadsNothing = true;
    }
}
