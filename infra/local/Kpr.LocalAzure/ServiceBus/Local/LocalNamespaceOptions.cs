namespace Kpr.LocalAzure.ServiceBus;

/// <summary>What a local Service Bus namespace consists of.</summary>
public sealed record LocalNamespaceOptions
{
    /// <summary>Path of the SQLite file that holds the messages; made when missing. Several processes may share it.</summary>
    public required string StateFile { get; init; }

    /// <summary>The queues. A queue that is not named here does not exist.</summary>
    public required IReadOnlyCollection<LocalQueue> Queues { get; init; }

    /// <summary>The clock that locks, schedules and lifetimes go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
