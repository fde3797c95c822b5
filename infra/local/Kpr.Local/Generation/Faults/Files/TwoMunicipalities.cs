using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>Two municipalities in one message (F10).</summary>
internal sealed class TwoMunicipalities : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Municipalities.Add(envelope.Municipalities[0] == "0301" ? "4601" : "0301");
        envelope.Expected.Add(("F10", Severity.RejectFile));
    }
}
