using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Takes back access.</summary>
/// <param name="Subject">Whose.</param>
[Command("remove-editor", "Fjern medbruker", "Remove co-editor")]
[By(Role.Applicant, Relation.Owner)]
public sealed record RemoveEditor(string Subject) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Editors.Any(editor => editor.Subject == Subject) ? [new EditorRemoved(Subject)] : Refusals.UnknownItem.For(Subject);
}
