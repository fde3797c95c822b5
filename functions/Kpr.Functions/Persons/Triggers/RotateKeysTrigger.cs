using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>Every ten minutes: goes on with a change of keys that is not done.</summary>
public sealed class RotateKeysTrigger(RotateKeys rotate)
{
    /// <summary>Goes on.</summary>
    [Function(nameof(RotateKeys))]
    public Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => rotate.GoOnAsync(cancellationToken);
}
