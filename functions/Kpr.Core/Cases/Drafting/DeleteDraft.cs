using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Deletes the draft.</summary>
[Command("delete-draft", "Slett utkast", "Delete draft")]
[In(Phase.Draft)]
[By(Role.Applicant, Relation.Owner)]
public sealed record DeleteDraft : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        [.. now.StopAll(state, "Utkastet ble slettet"), new DraftDeleted(Expired: false)];
}
