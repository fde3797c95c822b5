using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications.Views;

/// <summary>What happened in a case and what its clocks say, for people.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Events">What happened, oldest first.</param>
/// <param name="Clocks">The clocks.</param>
/// <param name="NextDue">When the clocks next have something to do (UTC).</param>
public sealed record TimelineView(string Case, IReadOnlyList<TimelineView.Line> Events, IReadOnlyList<ClockView> Clocks, DateTimeOffset? NextDue)
{
    /// <summary>The timeline of a case.</summary>
    public static TimelineView Of(CaseState state, IEnumerable<Recorded<CaseEvent>> events, Actor reader, CaseProcess process, DateOnly today) => new(
        state.Id, [.. events.Select(recorded => Of(recorded, reader))], [.. state.Clocks.Select(clock => ClockView.Of(clock, today))], process.NextDue(state));

    // Which person of the unit did it is for the unit; everybody else sees the office.
    private static Line Of(Recorded<CaseEvent> recorded, Actor reader)
    {
        var kind = EventCatalogue.Of(recorded.Event);
        return new Line(
            recorded.Sequence, recorded.At, kind.Name, kind.Norwegian, kind.English, recorded.By.Role,
            CaseView.IsUnit(reader.Role) || recorded.By.Subject == reader.Subject ? recorded.By.Subject : null, recorded.By.Register);
    }

    /// <summary>Something that happened.</summary>
    /// <param name="Sequence">Its place.</param>
    /// <param name="At">When (UTC).</param>
    /// <param name="Event">Its name.</param>
    /// <param name="Norwegian">What happened, in bokmål.</param>
    /// <param name="English">The same in English.</param>
    /// <param name="Role">Who did it, by role.</param>
    /// <param name="Subject">Who did it; null for those who need not know.</param>
    /// <param name="Register">Which register.</param>
    public sealed record Line(long Sequence, DateTimeOffset At, string Event, string Norwegian, string English, Role Role, string? Subject, string? Register);
}
