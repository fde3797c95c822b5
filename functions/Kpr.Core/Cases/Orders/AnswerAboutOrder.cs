using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Answers a register's question.</summary>
/// <param name="Order">The order's id.</param>
/// <param name="Text">The answer.</param>
[Command("answer-about-order", "Svar registeret", "Answer the register")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
[By(Role.Handler, Relation.Assigned)]
[From(OrderState.Clarifying)]
public sealed record AnswerAboutOrder(string Order, string Text) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("text")
        : order.Question!.ToApplicant != (now.By.Role == Role.Applicant) ? Refusals.AnswerOfAnother.For(Order)
        : [new OrderQuestionAnswered(Order, Text)];
}
