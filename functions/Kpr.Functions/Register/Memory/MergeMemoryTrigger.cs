using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Register.Memory;

/// <summary>Every hour: keeps the memory small in number.</summary>
public sealed class MergeMemoryTrigger(MergeMemory merge)
{
    /// <summary>Merges what there is to merge.</summary>
    [Function(nameof(MergeMemory))]
    public Task Run([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => merge.RunAsync(cancellationToken);
}
