using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Timers;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Cases;

/// <summary>
/// Decides on cases: <c>(case, command, actor, now) → events or a refusal</c>. Pure: the same arguments give the same answer. Access is asked first, so
/// that a refusal never tells a stranger where a case stands.
/// </summary>
/// <param name="policy">Choices that the law leaves open.</param>
public sealed class CaseProcess(CasePolicy policy)
{
    /// <summary>With all defaults.</summary>
    public CaseProcess()
        : this(CasePolicy.Default)
    {
    }

    /// <summary>The policy.</summary>
    public CasePolicy Policy => policy;

    /// <summary>Decides on a command.</summary>
    /// <param name="state">The case; <see cref="CaseState.New"/> for <c>start</c>.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="now">The moment.</param>
    public Outcome<CaseEvent> Handle(CaseState state, CaseCommand command, Actor by, DateTimeOffset now)
    {
        var kind = CommandCatalogue.Of(command);
        var relation = Relations.Of(state, by);
        if (Access(state, kind, by, relation) is { } refused)
        {
            return refused;
        }

        return kind.IsPossibleIn(state.Phase)
            ? command.Decide(state, new CommandContext(by, relation, now, policy))
            : state.Phase == Phase.None ? Refusals.NoSuchCase
            : Refusals.WrongPhase.For(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.Phase.ToString()));
    }

    /// <summary>Decides, and gives the new events their place in the stream.</summary>
    /// <inheritdoc cref="Handle"/>
    public (CaseState State, IReadOnlyList<Recorded<CaseEvent>> Events, Refusal? Refusal) Execute(CaseState state, CaseCommand command, Actor by, DateTimeOffset now)
    {
        var outcome = Handle(state, command, by, now);
        var events = new Recorded<CaseEvent>[outcome.Events.Count];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = new Recorded<CaseEvent>(state.Version + i + 1, now, by, outcome.Events[i]);
        }

        return (events.Length == 0 ? state : state.After(events), events, outcome.Refusal);
    }

    /// <summary>The commands that an actor may give now, their own guards aside: what is next for them.</summary>
    public static IReadOnlyList<CommandType> Possible(CaseState state, Actor by)
    {
        var relation = Relations.Of(state, by);
        return [.. CommandCatalogue.All.Where(command => command.IsPossibleIn(state.Phase) && RoleTable.Allows(command.Type, by.Role, relation))];
    }

    /// <summary>When the clocks next have something to do: then <see cref="Advance"/> is due. Null when nothing is waited for.</summary>
    public DateTimeOffset? NextDue(CaseState state) =>
        TimedEffects.NextDay(state, policy) is { } day ? NorwegianTime.FromLocal(day.ToDateTime(TimeOnly.MinValue)).ToUniversalTime() : null;

    private static Refusal? Access(CaseState state, CommandType command, Actor by, Relation relation) =>
        RoleTable.Allows(command.Type, by.Role, relation) ? null
        : state.Phase == Phase.None && relation != Relation.None ? Refusals.NoSuchCase
        : relation == Relation.Conflicted ? Refusals.Conflicted
        : relation == Relation.Owner && command.Name == "start" ? Refusals.CaseExists
        : Refusals.NotYours;
}
