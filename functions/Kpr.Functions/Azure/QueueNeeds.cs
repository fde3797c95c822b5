namespace Kpr.Functions.Azure;

/// <summary>What the code needs of a queue.</summary>
/// <param name="Name">Name of the queue.</param>
public sealed record QueueNeeds(string Name)
{
    /// <summary>How long a receiver has a message to itself. Default: 5 minutes, the most the service allows.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Deliveries before a message becomes a dead letter. Default: 10.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>For how long message ids are remembered. Default: 1 hour.</summary>
    public TimeSpan DuplicateDetectionWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a message lives before it becomes a dead letter. Default: 14 days.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromDays(14);
}
