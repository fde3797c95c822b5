using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Senders.Triggers;

/// <summary>Every morning: notes reminders to those who have not delivered.</summary>
public sealed class RemindSendersTrigger(RemindSenders remind)
{
    /// <summary>Notes what is due.</summary>
    [Function(nameof(RemindSenders))]
    public Task Run([TimerTrigger("0 30 5 * * *")] TimerInfo timer, CancellationToken cancellationToken) => remind.RunAsync(cancellationToken);
}
