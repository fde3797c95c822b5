using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>No first day of the period (F02).</summary>
internal sealed class NoPeriod : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Period = envelope.Period!.Value with { From = null };
        envelope.Expected.Add(("F02", Severity.RejectFile));
    }
}
