using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A message type of another kind of reporting (F04).</summary>
internal sealed class WrongMessageType : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.MessageType = random.PerMille(500) ? envelope.OtherMessageType : null;
        envelope.Expected.Add(("F04", Severity.RejectFile));
    }
}
