using Kpr.Core.Cases;

namespace Kpr.Functions.Applications.Http;

/// <summary>What a write answers: where the case stands, without its content.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Version">Its version, as in the ETag.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Norwegian">The same as people see it, in bokmål.</param>
/// <param name="English">The same in English.</param>
/// <param name="Events">Names of the events of the command.</param>
/// <param name="Turns">Whose turn it is.</param>
/// <param name="NextDue">When the clocks next have something to do (UTC).</param>
public sealed record CaseSummary(
    string Case, long Version, Phase Phase, string Norwegian, string English, IReadOnlyList<string> Events, IReadOnlyList<Turn> Turns, DateTimeOffset? NextDue)
{
    /// <summary>The summary of a case.</summary>
    public static CaseSummary Of(CaseState state, IReadOnlyList<Recorded<CaseEvent>> events, CaseProcess process) => new(
        state.Id, state.Version, state.Phase, state.Phase.Norwegian(), state.Phase.English(),
        [.. events.Select(recorded => EventCatalogue.Of(recorded.Event).Name)], WhoseTurn.Of(state), process.NextDue(state));
}
