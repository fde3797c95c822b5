using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A message type of another kind of reporting (F04).</summary>
internal sealed class WrongMessageType : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        envelope.MessageType = random.PerMille(500) ? "B" : null;
        envelope.Expected.Add(("F04", Severity.RejectFile));
    }
}
