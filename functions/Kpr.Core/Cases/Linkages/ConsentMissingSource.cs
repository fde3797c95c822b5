using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Agrees to linked data without a source that does not come.</summary>
/// <param name="Order">Id of its order.</param>
[Command("consent-missing-source", "Godta levering uten en datakilde", "Agree to do without a source")]
[In(Phase.Fulfilment)]
[By(Role.Applicant, Relation.Owner)]
public sealed record ConsentMissingSource(string Order) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state is LinkageState.Planned or LinkageState.KeysIssued or LinkageState.WaitingSources;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        !linkage.Missing.Contains(Order) ? Refusals.UnknownOrder.For(Order)
        : linkage.ConsentWithout?.Contains(Order) == true ? []
        : [new MissingSourceConsented(Order)];
}
