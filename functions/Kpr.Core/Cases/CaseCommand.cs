namespace Kpr.Core.Cases;

/// <summary>
/// Something that somebody wants done in a case. One command is one file: who may give it (<see cref="Parties.ByAttribute"/>), when
/// (<see cref="InAttribute"/>), its guards and its events.
/// </summary>
public abstract record CaseCommand
{
    /// <summary>Decides. Role, relation and phase were asked before.</summary>
    internal abstract Outcome<CaseEvent> Decide(CaseState state, CommandContext now);
}
