namespace Microsoft.DurableTask.Client;

/// <summary>What a purge has removed.</summary>
/// <param name="count">Number of instances.</param>
public class PurgeResult(int count)
{
    /// <summary>Number of instances.</summary>
    public int PurgedInstanceCount { get; } = count;

    /// <summary>Whether all is done; null when it is not said.</summary>
    public bool? IsComplete { get; }
}
