using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Checks the output: right variables, right people, nothing that tells of a person where it should not. What fails is extracted again.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Passed">Whether it will do.</param>
/// <param name="Text">What was checked, or what is wrong.</param>
[Command("check-output", "Kontroller uttrekk", "Check output")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.QualityCheck)]
public sealed record CheckOutput(string Order, bool Passed, string Text) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("text") : [new OrderOutputChecked(Order, Passed, Text, now.By.Subject)];
}
