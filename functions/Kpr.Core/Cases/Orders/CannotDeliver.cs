using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Orders;

/// <summary>
/// Tells that a register cannot deliver. That a condition is not fulfilled is no reason once a waiver was given: the register may not judge again
/// (helseregisterloven § 19 a 6th paragraph; R10, G10). What was incurred is billed; the other sources go on.
/// </summary>
/// <param name="Order">Its id.</param>
/// <param name="Reason">Why.</param>
/// <param name="ConditionNotFulfilled">Whether the reason is a legal condition, not the data.</param>
[Command("cannot-deliver", "Kan ikke levere", "Cannot deliver")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.Queued, OrderState.Accepted, OrderState.Clarifying, OrderState.Estimated, OrderState.OverEstimateHold, OrderState.Extracting,
    OrderState.QualityCheck)]
public sealed record CannotDeliver(string Order, string Reason, bool ConditionNotFulfilled = false) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : ConditionNotFulfilled && state.Prerequisites.Any(item => item is { Kind: PrerequisiteKind.Waiver or PrerequisiteKind.Directorate, Status: PrerequisiteStatus.Granted })
            ? Refusals.NotJudgedAgain.For(Order)
        : FulfilmentProgress.Then(state, now,
        [
            new OrderCannotDeliver(Order, Reason), .. OrderEnding.StopClocks(state, now, order, Reason), .. Billing.OfOrder(state, now, order, BillingCause.Cancelled),
        ]);
}
