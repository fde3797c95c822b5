using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation;

/// <summary>Forgets what was between the steps of a table.</summary>
/// <param name="counting">What was counted.</param>
public sealed class ForgetCounting(CountingStore counting)
{
    /// <summary>Forgets.</summary>
    [Function(nameof(ForgetCounting))]
    public Task RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken) => counting.ForgetAsync(id, cancellationToken);
}
