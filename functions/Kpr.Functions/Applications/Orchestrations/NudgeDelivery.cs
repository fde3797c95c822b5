using Kpr.Functions.Azure;

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
        await bus.Value.SendAsync(Queues.NudgeCase, MessageBus.Message(entry.Id, new NudgeMessage(entry.CaseId), NudgeJson.Default.NudgeMessage), cancellationToken);
        return true;
    }
}
