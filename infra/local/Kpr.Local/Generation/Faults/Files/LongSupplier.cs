using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A supplier's name of more than a hundred characters (F22).</summary>
internal sealed class LongSupplier : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Supplier = string.Concat(Enumerable.Repeat("Prøve", 30));
        envelope.Expected.Add(("F22", Severity.Warning));
    }
}
