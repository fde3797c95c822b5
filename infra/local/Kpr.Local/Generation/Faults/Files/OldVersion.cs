using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A version that is not supported, or none (F03).</summary>
internal sealed class OldVersion : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Version = random.PerMille(500) ? "55.0.1" : null;
        envelope.Expected.Add(("F03", Severity.RejectFile));
    }
}
