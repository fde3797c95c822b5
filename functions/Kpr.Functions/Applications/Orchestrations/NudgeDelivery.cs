using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Tells the flow of a case that something happened, over a queue: commands are given where no orchestration can be reached.</summary>
/// <param name="bus">The queues.</param>
public sealed class NudgeDelivery(Lazy<MessageBus> bus) : IOutboxDelivery
{
    /// <inheritdoc/>
    public OutboxKind Kind => OutboxKind.Nudge;

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var message = MessageBus.Message(entry.Id, new NudgeMessage(entry.CaseId), NudgeJson.Default.NudgeMessage);
        await bus.Value.SendAsync(Queues.NudgeCase, Tracing.Stamp(message, entry.Trace), cancellationToken);
        return true;
    }
}
