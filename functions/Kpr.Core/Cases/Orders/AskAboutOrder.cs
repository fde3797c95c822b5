using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Asks the applicant or the handler about an order. No clock is held.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Text">The question.</param>
/// <param name="ToApplicant">Whether the applicant answers; else the handler.</param>
[Command("ask-about-order", "Spør om bestillingen", "Ask about the order")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.Queued, OrderState.Accepted, OrderState.Estimated, OrderState.Extracting, OrderState.QualityCheck)]
public sealed record AskAboutOrder(string Order, string Text, bool ToApplicant = false) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("text") : [new OrderQuestionAsked(Order, Text, ToApplicant)];
}
