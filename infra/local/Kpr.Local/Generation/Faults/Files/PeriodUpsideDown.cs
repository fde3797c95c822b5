using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A period that ends before it begins (F11).</summary>
internal sealed class PeriodUpsideDown : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        var (_, to, extracted) = envelope.Period!.Value;
        envelope.Period = (extracted![..4] == to![..4] ? extracted : $"{to[..4]}-12-31", $"{to[..4]}-01-01", extracted);
        envelope.Expected.Add(("F11", Severity.RejectFile));
    }
}
