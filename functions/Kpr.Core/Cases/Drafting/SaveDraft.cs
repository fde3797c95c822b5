using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Saves sections of the draft; sections left out stay as they are. Saving what is there already changes nothing.</summary>
/// <param name="Sections">The sections.</param>
[Command("save-draft", "Lagre", "Save")]
[In(Phase.Draft)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record SaveDraft(ApplicationContent Sections) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var changed = ContentDiff.OnlyChanged(state.Content, Sections);
        if (changed.IsEmpty)
        {
            return [];
        }

        // The clock of the draft begins anew once a day at most: autosave would fill the ledger.
        return state.FindClock(ClockKind.DraftExpiry) is { } clock && clock.Rows[^1].On == now.Today
            ? [new DraftSaved(changed)]
            : [new DraftSaved(changed), now.Start(state, ClockKind.DraftExpiry, "Utkastet ble lagret", now.Policy.DraftKept)];
    }
}
