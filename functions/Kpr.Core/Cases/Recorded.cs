using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases;

/// <summary>An event with its place in a stream.</summary>
/// <param name="Sequence">1-based place, without gaps.</param>
/// <param name="At">When it was decided (UTC).</param>
/// <param name="By">Who gave the command.</param>
/// <param name="Event">What happened.</param>
/// <typeparam name="TEvent">The stream's kind of events.</typeparam>
public sealed record Recorded<TEvent>(long Sequence, DateTimeOffset At, Actor By, TEvent Event)
    where TEvent : class
{
    internal EventHead Head => new(Sequence, At, By);
}
