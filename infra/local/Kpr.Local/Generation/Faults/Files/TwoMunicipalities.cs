using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>Two municipalities in one message (F10).</summary>
internal sealed class TwoMunicipalities : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Municipalities.Add(envelope.Municipalities[0] == "0301" ? "4601" : "0301");
        envelope.Expected.Add(("F10", Severity.RejectFile));
    }
}
