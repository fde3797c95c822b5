using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications.Views;

/// <summary>What is next in a case: whose turn it is, and what the reader may do.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Version">Its version.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Norwegian">The same as people see it.</param>
/// <param name="English">The same in English.</param>
/// <param name="Turns">Who is waited for, and for what.</param>
/// <param name="Commands">What the reader may do now, guards aside.</param>
/// <param name="Clocks">The clocks that run.</param>
/// <param name="NextDue">When the clocks next have something to do (UTC).</param>
/// <param name="Pending">What follows from earlier commands and is still under way.</param>
public sealed record NextView(
    string Case, long Version, Phase Phase, string Norwegian, string English, IReadOnlyList<Turn> Turns, IReadOnlyList<NextView.Step> Commands,
    IReadOnlyList<ClockView> Clocks, DateTimeOffset? NextDue, IReadOnlyList<string> Pending)
{
    /// <summary>What is next.</summary>
    public static NextView Of(CaseState state, Actor reader, CaseProcess process, DateOnly today, IReadOnlyList<OutboxEntry> pending) => new(
        state.Id, state.Version, state.Phase, state.Phase.Norwegian(), state.Phase.English(), WhoseTurn.Of(state),
        [.. CaseProcess.Possible(state, reader).Select(command => new Step(command.Name, command.Norwegian, command.English, $"/api/cases/{state.Id}/{command.Name}"))],
        [.. state.Clocks.Where(clock => clock.IsRunning).Select(clock => ClockView.Of(clock, today))], process.NextDue(state), [.. pending.Select(entry => entry.Id)]);

    /// <summary>Something that the reader may do.</summary>
    /// <param name="Command">Name of the command.</param>
    /// <param name="Norwegian">Its label, in bokmål.</param>
    /// <param name="English">The same in English.</param>
    /// <param name="Address">Where to send it.</param>
    public sealed record Step(string Command, string Norwegian, string English, string Address);
}
