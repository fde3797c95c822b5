using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Lets someone into the application (medbruker).</summary>
/// <param name="Subject">Who.</param>
/// <param name="MayWrite">Whether they may write.</param>
[Command("invite-editor", "Legg til medbruker", "Add co-editor")]
[By(Role.Applicant, Relation.Owner)]
public sealed record InviteEditor(string Subject, bool MayWrite = true) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Subject) || Subject == state.Owner ? Refusals.TextMissing.For("subject")
        : state.Editors.Contains(new CaseEditor(Subject, MayWrite)) ? []
        : [new EditorInvited(Subject, MayWrite)];
}
