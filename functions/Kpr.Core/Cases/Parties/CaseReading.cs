namespace Kpr.Core.Cases.Parties;

/// <summary>Who may read a case. What staff read is written in the audit log by who serves it.</summary>
public static class CaseReading
{
    /// <summary>Whether the actor may read the case: with any relation but lack of impartiality. A draft is the applicant's own until it is sent.</summary>
    public static bool Allows(CaseState state, Actor actor) => Relations.Of(state, actor) switch
    {
        Relation.None or Relation.Conflicted => false,
        Relation.Owner or Relation.Editor or Relation.Reader => true,
        _ => actor.Role == Role.System || state.Phase is not (Phase.None or Phase.Draft or Phase.Deleted),
    };
}
