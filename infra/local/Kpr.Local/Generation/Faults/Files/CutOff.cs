using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A file that was cut off on its way (F01).</summary>
internal sealed class CutOff : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        plan.CutAfter = random.Between(1, 5);
        plan.Unreadable = "F01";
    }
}
