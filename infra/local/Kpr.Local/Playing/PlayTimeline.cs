using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Catalogue;

namespace Kpr.Local.Playing;

/// <summary>Writes events, one a line, with the deadlines that run after each.</summary>
/// <param name="output">Where to.</param>
/// <param name="json">Whether as JSON objects, for machines.</param>
internal sealed class PlayTimeline(TextWriter output, bool json)
{
    /// <summary>Whether events that only tell of a clock are left out: the deadlines stand behind the others.</summary>
    public bool WithoutClocks { get; init; }

    /// <summary>A second one that gets everything too.</summary>
    public PlayTimeline? Also { get; init; }

    /// <summary>Writes what happened.</summary>
    public void Write(IReadOnlyList<PlayedEvent> events)
    {
        Also?.Write(events);
        foreach (var played in events.Where(played => !WithoutClocks || !EventCatalogue.Of(played.Recorded.Event).Name.StartsWith("clock-", StringComparison.Ordinal)))
        {
            output.WriteLine(json ? PlayJson.Write(Line(played)) : Text(played));
        }
    }

    private static string Text(PlayedEvent played)
    {
        var (recorded, kind) = (played.Recorded, EventCatalogue.Of(played.Recorded.Event));
        var due = Due(played.After);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{NorwegianTime.ToLocal(recorded.At):yyyy-MM-dd HH:mm}  {played.Case}  {recorded.Sequence,3}  {kind.Name,-24} {kind.Norwegian} [{recorded.By.Subject}] {Expectation.Name(played.After.Phase)}");
        return due.Count == 0 ? text : $"{text}  frister: {string.Join(", ", due.Select(one => Text(one, NorwegianTime.DateAt(recorded.At))))}";
    }

    private static string Text(PlayDue due, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(due.Subject is null ? due.Clock : $"{due.Clock}/{due.Subject}")} {due.Due:yyyy-MM-dd}{(due.Promised is { } promised ? $" (lovet {promised:yyyy-MM-dd})" : "")}{(due.Due < today ? " (gått ut)" : "")}");

    private static PlayLine Line(PlayedEvent played) => new(
        played.Recorded.At.UtcDateTime, played.Case, played.Recorded.Sequence, EventCatalogue.Of(played.Recorded.Event).Name,
        new PlayParty(
            System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(played.Recorded.By.Role.ToString()), played.Recorded.By.Subject,
            played.Recorded.By.Organisation, played.Recorded.By.Register),
        Expectation.Name(played.After.Phase), Due(played.After));

    private static IReadOnlyList<PlayDue> Due(CaseState state) =>
    [
        .. from clock in state.Clocks
           where clock.IsRunning && clock.Due is not null
           orderby clock.Due, clock.Key
           select new PlayDue(Clock.KeyOf(clock.Kind, null), clock.Subject, clock.Due!.Value, clock.AlternativeDue, clock.Promised),
    ];
}
