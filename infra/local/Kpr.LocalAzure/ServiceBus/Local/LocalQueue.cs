namespace Kpr.LocalAzure.ServiceBus;

/// <summary>Settings of one queue; the defaults are the service's.</summary>
/// <param name="Name">Name of the queue, without regard to case.</param>
public sealed record LocalQueue(string Name)
{
    /// <summary>How long a receiver has a message to itself; the service allows five minutes at most.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Deliveries after which a message that is not completed becomes a dead letter.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>For how long a message id is remembered; null for no duplicate detection.</summary>
    public TimeSpan? DuplicateDetectionWindow { get; init; }

    /// <summary>How long a message lives that does not say itself; a message never lives longer.</summary>
    public TimeSpan DefaultTimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether a message past its time becomes a dead letter instead of vanishing.</summary>
    public bool DeadLetteringOnExpiration { get; init; }
}
