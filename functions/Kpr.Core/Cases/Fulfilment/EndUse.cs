using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Ends the use of the data before its time: they are to be deleted.</summary>
/// <param name="Reason">Why; may be empty.</param>
[Command("end-use", "Avslutt bruken", "End the use")]
[In(Phase.Active, Phase.Expiring)]
[By(Role.Applicant, Relation.Owner)]
[By(Role.Controller, Relation.Office)]
public sealed record EndUse(string Reason = "") : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var reason = Reason.Length == 0 ? "Databruker avsluttet bruken" : Reason;
        var due = Deletion.DueOn(state, now);
        return
        [
            new DeletionDemanded(reason, due), .. now.Stop(state, ClockKind.Permit, reason), now.StartUntil(state, ClockKind.Deletion, due, reason),
        ];
    }
}
