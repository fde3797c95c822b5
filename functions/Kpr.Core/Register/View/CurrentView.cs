using Kpr.Core.Rules.CareEvents;

namespace Kpr.Core.Register.View;

/// <summary>
/// The current view of a municipality's events: which of the stored notifications count when corrections (M) and
/// annulments (C) are applied. It follows from what is stored and not from the order in which it came: a correction before
/// its original waits, and applies when that comes.
/// </summary>
public static class CurrentView
{
    /// <summary>How each notification stands.</summary>
    /// <param name="stored">
    /// All that is stored of a municipality, in any order: a correction may move an event to another year, and so to
    /// another partition. The same notification more than once is one.
    /// </param>
    /// <param name="now">The time, for those that wait.</param>
    /// <exception cref="ArgumentException">Two different notifications bear one GUID; rule E02 lets none in.</exception>
    public static IReadOnlyDictionary<Guid, EventStanding> Of(IEnumerable<StoredEvent> stored, DateTimeOffset now)
    {
        var events = ById(stored);
        var standing = new Dictionary<Guid, EventStanding>(events.Count);
        foreach (var group in events.Values.GroupBy(one => one.Status == 'N' ? one.Id : one.About ?? Guid.Empty))
        {
            Apply(events.GetValueOrDefault(group.Key), [.. group.Where(one => one.Status != 'N').Order(StoredEvent.ByTime)], standing);
        }

        var started = events.Values.Where(one => one.IsStart && standing[one.Id] == EventStanding.Counts).Select(one => one.Service).ToHashSet();
        foreach (var one in events.Values.Where(one => standing[one.Id] == EventStanding.Counts && !one.IsStart && !started.Contains(one.Service)))
        {
            standing[one.Id] = now - one.ReceivedAt <= E08KnownStart.Waiting ? EventStanding.Waiting : EventStanding.WithoutStart;
        }

        return standing;
    }

    private static Dictionary<Guid, StoredEvent> ById(IEnumerable<StoredEvent> stored)
    {
        var events = new Dictionary<Guid, StoredEvent>();
        foreach (var one in stored)
        {
            // Told twice, it was received when it was told first.
            if (!events.TryAdd(one.Id, one))
            {
                var known = events[one.Id];
                events[one.Id] = known with { ReceivedAt = one.ReceivedAt } == one
                    ? known.ReceivedAt <= one.ReceivedAt ? known : one
                    : throw new ArgumentException($"Two notifications bear the GUID {one.Id}.", nameof(stored));
            }
        }

        return events;
    }

    // The last one decides; those before it were corrections of the same.
    private static void Apply(StoredEvent? original, StoredEvent[] about, Dictionary<Guid, EventStanding> standing)
    {
        if (original is not { Status: 'N' })
        {
            foreach (var one in about)
            {
                standing[one.Id] = original is null ? EventStanding.Waiting : EventStanding.Void;
            }

            return;
        }

        var last = about.LastOrDefault();
        standing[original.Id] = last is null ? EventStanding.Counts : last.Status == 'C' ? EventStanding.Annulled : EventStanding.Replaced;
        foreach (var one in about)
        {
            standing[one.Id] = one != last ? EventStanding.Replaced : last.Status == 'C' ? EventStanding.Annulled : EventStanding.Counts;
        }
    }
}
