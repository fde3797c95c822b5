namespace Kpr.Functions.Applications;

/// <summary>
/// Does what outbox entries of one kind ask for. Called after the command that wrote them, and again by the sweep until it has succeeded: at least once, so
/// it must bear repetition. A kind that nobody delivers is not written.
/// </summary>
public interface IOutboxDelivery
{
    /// <summary>The kind it delivers.</summary>
    OutboxKind Kind { get; }

    /// <summary>Delivers an entry. Returns when it is done; the entry is then taken out.</summary>
    /// <returns>False when it must wait, for example for the answer of a scan; the sweep comes again.</returns>
    Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken);
}
