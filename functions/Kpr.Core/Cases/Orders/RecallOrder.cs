using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Calls back wrong data: an incident is recorded, the disclosure marked, access taken back, the bill credited. Redelivery is free.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Reason">What is wrong.</param>
[Command("recall-order", "Kall tilbake data", "Recall data")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[By(Role.Handler, Relation.Assigned)]
[From(OrderState.Released, OrderState.ReceiptConfirmed)]
public sealed record RecallOrder(string Order, string Reason) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : FulfilmentProgress.Then(state, now,
        [
            .. OrderEnding.Recall(state, now, order, Reason, wrongData: true), new IncidentRecorded(Order, Reason), new AccessWithdrawalOrdered(Reason),
        ]);
}
