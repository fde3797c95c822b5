using System.Collections.Concurrent;
using Kpr.Functions.Applications;

namespace Kpr.Functions.Tests.Applications;

/// <summary>Notes what it is to deliver.</summary>
internal sealed class RecordedDelivery(OutboxKind kind) : IOutboxDelivery
{
    public OutboxKind Kind => kind;

    public ConcurrentQueue<OutboxEntry> Delivered { get; } = new();

    /// <summary>Thrown instead of delivering; null when nothing is.</summary>
    public Func<Exception>? Fails { get; set; }

    public Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (Fails is { } fails)
        {
            throw fails();
        }

        Delivered.Enqueue(entry);
        return Task.FromResult(true);
    }
}
