using System.Collections;
using System.Runtime.CompilerServices;

namespace Kpr.Core.Cases;

/// <summary>What a command led to: events, or a refusal and no event. No events and no refusal: there was nothing to do.</summary>
/// <typeparam name="TEvent">The stream's kind of events.</typeparam>
[CollectionBuilder(typeof(Outcome), nameof(Outcome.Of))]
public readonly struct Outcome<TEvent> : IEnumerable<TEvent>
    where TEvent : class
{
    private readonly TEvent[]? _events;

    internal Outcome(TEvent[] events) => _events = events;

    private Outcome(Refusal refusal) => Refusal = refusal;

    /// <summary>The new events in order; empty when refused.</summary>
    public IReadOnlyList<TEvent> Events => _events ?? [];

    /// <summary>Why not; null when the command was carried out.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the command was refused.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome<TEvent>(Refusal refusal) => new(refusal);

    /// <inheritdoc/>
    public IEnumerator<TEvent> GetEnumerator() => Events.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
