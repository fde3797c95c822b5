using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A municipality number that went out of use (F09): Snillfjord, which was split in 2020. It is not the sender either (F07).</summary>
internal sealed class RetiredMunicipality : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Municipalities[0] = "5012";
        envelope.Expected.Add(("F07", Severity.RejectFile));
        envelope.Expected.Add(("F09", Severity.RejectFile));
    }
}
