namespace Microsoft.DurableTask.Client;

/// <summary>Options of a start that speak of statuses.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>Forbids the start when an instance of the same id stands in one of these statuses.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
