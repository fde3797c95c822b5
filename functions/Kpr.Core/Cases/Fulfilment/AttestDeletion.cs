using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Attests that data are deleted: the data controller does. Closes the case; a revoked one stays revoked.</summary>
/// <param name="Attestation">How and where they were deleted.</param>
/// <param name="DeletedOn">When.</param>
[Command("attest-deletion", "Bekreft sletting", "Attest deletion")]
[In(Phase.DeletionDue, Phase.Revoked)]
[By(Role.Controller, Relation.Office)]
public sealed record AttestDeletion(string Attestation, DateOnly DeletedOn) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Attestation))
        {
            return Refusals.TextMissing.For("attestation");
        }

        if (DeletedOn > now.Today)
        {
            return Refusals.DateInFuture.For("deletedOn");
        }

        if (state.Appeal is { IsOpen: true })
        {
            return Refusals.AppealOpen;
        }

        if (state.FindClock(ClockKind.Deletion) is not { Status: not ClockStatus.Stopped })
        {
            return Refusals.ClockNotRunning.For("deletion");
        }

        return state.Phase == Phase.Revoked
            ? [new DeletionAttested(Attestation, DeletedOn), .. now.Stop(state, ClockKind.Deletion, "Slettingen ble bekreftet")]
            :
            [
                new DeletionAttested(Attestation, DeletedOn),
                .. now.StopAll(state, "Slettingen ble bekreftet", ClockKind.InvoiceIssue, ClockKind.Appeal, ClockKind.AppealLatest, ClockKind.EhdsPublication, ClockKind.EhdsResults),
                new CaseClosed("Slettingen ble bekreftet"),
            ];
    }
}
