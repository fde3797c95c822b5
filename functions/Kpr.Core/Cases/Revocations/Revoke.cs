using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Revocations;

/// <summary>
/// Revokes the decision after the hearing: undelivered orders are cancelled, access is taken back, deletion demanded. It may be appealed. What was
/// delivered under a decision that was right then is neither recalled from the ledger nor credited.
/// </summary>
/// <param name="Reason">Why.</param>
[Command("revoke", "Tilbakekall vedtaket", "Revoke the decision")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record Revoke(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Refusals.TextMissing.For("reason");
        }

        if (state.Revocation is not { Settled: false } revocation)
        {
            return Refusals.NoRevocation;
        }

        if (revocation.Answer is null && !(state.FindClock(ClockKind.Hearing)?.IsOverdueOn(now.Today) ?? false))
        {
            return Refusals.HearingNotOver;
        }

        if (state.Staff.Handler == now.By.Subject)
        {
            return Refusals.FourEyes.For(now.By.Subject);
        }

        List<CaseEvent> events =
        [
            .. OrderEnding.CancelAll(state, now, Reason),
            .. now.StopAll(state, Reason, ClockKind.InvoiceIssue, ClockKind.EhdsPublication, ClockKind.Appeal, ClockKind.AppealLatest), new DecisionRevoked(Reason),
            now.Start(state, ClockKind.Appeal, "Vedtaket ble tilbakekalt"), now.Start(state, ClockKind.AppealLatest, "Vedtaket ble tilbakekalt"),
        ];
        if (state.Orders.Any(order => order.State.IsDelivered()))
        {
            var due = Deletion.DueOn(state with { Decisions = [] }, now);
            events.Add(new AccessWithdrawalOrdered(Reason));
            events.Add(new DeletionDemanded(Reason, due));
            events.Add(now.StartUntil(state, ClockKind.Deletion, due, Reason));
        }

        // CancelAll stops the clocks of orders, and StopAll would again.
        return [.. events.Distinct()];
    }
}
