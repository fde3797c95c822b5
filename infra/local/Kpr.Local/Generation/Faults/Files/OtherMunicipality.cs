using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>The number of another municipality than the sender's (F07).</summary>
internal sealed class OtherMunicipality : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Municipalities[0] = envelope.Municipalities[0] == "0301" ? "4601" : "0301";
        envelope.Expected.Add(("F07", Severity.RejectFile));
    }
}
