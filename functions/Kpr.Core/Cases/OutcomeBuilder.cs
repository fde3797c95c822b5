namespace Kpr.Core.Cases;

/// <summary>Makes outcomes of collection expressions: <c>return [new Submitted(…)];</c>.</summary>
public static class Outcome
{
    /// <summary>An outcome of these events.</summary>
    public static Outcome<TEvent> Of<TEvent>(ReadOnlySpan<TEvent> events)
        where TEvent : class => new(events.ToArray());
}
