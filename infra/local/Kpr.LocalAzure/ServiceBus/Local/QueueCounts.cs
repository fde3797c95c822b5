namespace Kpr.LocalAzure.ServiceBus;

/// <summary>How many messages a queue holds.</summary>
/// <param name="Active">Ready to be received now.</param>
/// <param name="Locked">In the hands of a receiver.</param>
/// <param name="Scheduled">Waiting for their enqueue time.</param>
/// <param name="Deferred">Set aside.</param>
/// <param name="DeadLettered">Dead letters, locked ones included.</param>
public readonly record struct QueueCounts(long Active, long Locked, long Scheduled, long Deferred, long DeadLettered);
