using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>No serial number of the message, or one that is no number (F02).</summary>
internal sealed class NoSerialNumber : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Serial = random.PerMille(500) ? null : "sju";
        envelope.Expected.Add(("F02", Severity.Warning));
    }
}
