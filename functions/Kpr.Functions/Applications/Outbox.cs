using Kpr.Core.Cases;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Notices;
using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Applications;

/// <summary>What follows from commands: planned before the append, written with it, delivered after it, and delivered by the sweep when that did not happen.</summary>
/// <param name="store">The cases.</param>
/// <param name="marks">Cases whose outbox may hold something.</param>
/// <param name="deliveries">Who delivers what.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class Outbox(CaseStore store, OutboxMarks marks, IEnumerable<IOutboxDelivery> deliveries, TimeProvider clock, ILogger<Outbox> log)
{
    private readonly Dictionary<OutboxKind, IOutboxDelivery> _deliveries = deliveries.ToDictionary(delivery => delivery.Kind);

    /// <summary>The entries of a command.</summary>
    public IReadOnlyList<OutboxEntry> Plan(CaseState before, CaseState after, IReadOnlyList<Recorded<CaseEvent>> events)
    {
        var entries = new List<OutboxEntry>();
        var first = events[0].Sequence;
        if (ListStore.Changed(before, after) is { Count: > 0 } places)
        {
            Add(new OutboxEntry(after.Id, first, after.Version, OutboxKind.Lists) { Lists = places });
        }

        if (events.Select(recorded => recorded.Event).OfType<Attached>().Select(attached => attached.Attachment).ToList() is { Count: > 0 } attachments)
        {
            Add(new OutboxEntry(after.Id, first, after.Version, OutboxKind.Scan) { Attachments = attachments });
        }

        if (Notices(before, events) is { Count: > 0 } notices)
        {
            Add(new OutboxEntry(after.Id, first, after.Version, OutboxKind.Notices) { Notices = notices });
        }

        Add(new OutboxEntry(after.Id, first, after.Version, OutboxKind.Nudge));
        return entries;

        void Add(OutboxEntry entry)
        {
            if (_deliveries.ContainsKey(entry.Kind))
            {
                entries.Add(entry with { Trace = Tracing.Current });
            }
        }
    }

    /// <summary>Delivers entries that were just written. The command is carried out whatever becomes of them: an outage is left to the sweep.</summary>
    /// <returns>Whether all are delivered.</returns>
    public async Task<bool> DeliverAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var entry in entries)
        {
            try
            {
                all &= await DeliverAsync(entry, cancellationToken);
            }
            catch (Exception e) when (Outage.Is(e, cancellationToken))
            {
                all = false;
                Log.OutboxDelayed(log, entry.Id, Outage.Kind(e));
            }
        }

        return all;
    }

    /// <summary>Delivers what others left, and takes marks away where nothing is left.</summary>
    /// <returns>Number of entries delivered.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        await foreach (var mark in marks.AllAsync(cancellationToken))
        {
            if (clock.GetUtcNow() - mark.Since < OutboxMarks.Settled)
            {
                continue;
            }

            var left = 0;
            foreach (var entry in await store.OutboxAsync(mark.CaseId, cancellationToken))
            {
                var done = await DeliverAsync(entry, cancellationToken);
                delivered += done ? 1 : 0;
                left += done ? 0 : 1;
            }

            if (left == 0)
            {
                await marks.ClearAsync(mark, cancellationToken);
            }
        }

        return delivered;
    }

    private static List<NoticeRequest> Notices(CaseState state, IReadOnlyList<Recorded<CaseEvent>> events)
    {
        var notices = new List<NoticeRequest>();
        foreach (var recorded in events)
        {
            state = state.After([recorded]);
            notices.AddRange(NoticePlan.For(state, recorded));
        }

        return notices;
    }

    private async Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (!_deliveries.TryGetValue(entry.Kind, out var delivery) || !await delivery.DeliverAsync(entry, cancellationToken))
        {
            return false;
        }

        await store.SettleAsync(entry, cancellationToken);
        return true;
    }
}
