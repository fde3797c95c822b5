namespace Kpr.Core.Cases.Parties;

/// <summary>Finds what ties an actor to a case.</summary>
public static class Relations
{
    /// <summary>The relation. A restricted case is nothing to staff it is not assigned to; lack of impartiality comes before all else.</summary>
    public static Relation Of(CaseState state, Actor actor) => actor.Role switch
    {
        Role.Applicant => OfApplicant(state, actor),
        Role.Controller => SameOrganisation(state.Content.Parties?.Controller?.OrganisationNumber, actor) ? Relation.Office : Relation.None,
        Role.Coordinator or Role.Handler or Role.Decider => OfStaff(state, actor),
        Role.Register or Role.Finance when state.Staff.IsConflicted(actor.Subject) => Relation.Conflicted,
        Role.Register => state.HasSource(actor.Register) ? Relation.Source : Relation.None,
        Role.Finance => actor.Register is null ? Relation.Office : state.HasSource(actor.Register) ? Relation.Source : Relation.None,
        Role.Linker => SameOrganisation(state.Linkage?.Linker, actor) ? Relation.Designated : Relation.None,
        Role.AppealBody => state.Appeal is { SentOn: not null } ? Relation.Designated : Relation.None,
        _ => Relation.Office,
    };

    private static Relation OfApplicant(CaseState state, Actor actor)
    {
        if (state.Owner == actor.Subject)
        {
            return Relation.Owner;
        }

        foreach (var editor in state.Editors)
        {
            if (editor.Subject == actor.Subject)
            {
                return editor.MayWrite ? Relation.Editor : Relation.Reader;
            }
        }

        return Relation.None;
    }

    private static Relation OfStaff(CaseState state, Actor actor)
    {
        // Someone of the unit may be an applicant like any other, and is no staff in that case.
        if (state.Staff.IsConflicted(actor.Subject) || state.Owner == actor.Subject || state.Editors.Any(editor => editor.Subject == actor.Subject))
        {
            return Relation.Conflicted;
        }

        var assigned = actor.Role == Role.Decider ? state.Staff.Decider : state.Staff.Handler;
        if (actor.Role != Role.Coordinator && assigned == actor.Subject)
        {
            return Relation.Assigned;
        }

        // A restricted case keeps its doors: those who restrict and assign.
        return state.Staff.Restricted && actor.Role == Role.Handler ? Relation.None : Relation.Office;
    }

    private static bool SameOrganisation(string? organisation, Actor actor) => organisation is not null && organisation == actor.Organisation;
}
