using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>No units, though consultations refer to them (F02; the generator expects it).</summary>
internal sealed class UnitsNotStated : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Units.Clear();
    }
}
