using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A day of extraction to come (F12).</summary>
internal sealed class ExtractedInFuture : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Period = envelope.Period!.Value with { Extracted = "2198-12-31" };
        envelope.Expected.Add(("F12", Severity.RejectFile));
    }
}
