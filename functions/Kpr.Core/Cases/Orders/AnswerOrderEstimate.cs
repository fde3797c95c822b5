using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Accepts that an order takes more, or has it cancelled: then only what was incurred is billed.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Accepted">Whether.</param>
[Command("answer-order-estimate", "Svar på nytt prisoverslag", "Answer the new estimate")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Applicant, Relation.Owner)]
[From(OrderState.OverEstimateHold)]
public sealed record AnswerOrderEstimate(string Order, bool Accepted) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) => Accepted
        ? [new OrderEstimateAccepted(Order, order.ProposedMinutes!.Value)]
        : FulfilmentProgress.Then(state, now, OrderEnding.Cancel(state, now, order, "Søker godtok ikke det nye prisoverslaget"));
}
