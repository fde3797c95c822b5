using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Ending;

/// <summary>Closes a case of which nothing more will come: nothing could be delivered, or a grant opens nothing that is wanted.</summary>
/// <param name="Reason">Why.</param>
[Command("close", "Avslutt saken", "Close the case")]
[In(Phase.Decided, Phase.Failed)]
[By(Role.Handler, Relation.Assigned)]
public sealed record CloseCase(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : state.Appeal is { IsOpen: true } ? Refusals.AppealOpen
        :
        [
            .. now.StopAll(state, Reason, ClockKind.InvoiceIssue, ClockKind.Appeal, ClockKind.AppealLatest, ClockKind.EhdsPublication),
            .. Billing.OfHelsedataservice(state, now, BillingCause.Cancelled, baseFee: false), new CaseClosed(Reason),
        ];
}
