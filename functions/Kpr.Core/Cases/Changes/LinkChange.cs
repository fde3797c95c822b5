using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Changes;

/// <summary>Tells that a case asks to change this one's decision. Two at once are allowed; each is granted against the version it names.</summary>
/// <param name="Case">Id of the change application.</param>
/// <param name="DecisionVersion">The version it asks to change.</param>
[Command("link-change", "Registrer endringssøknad", "Link change application")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.System, Relation.Office)]
public sealed record LinkChange(string Case, int DecisionVersion) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Case) || Case == state.Id ? Refusals.UnknownItem.For(Case)
        : state.Decision?.Version != DecisionVersion ? Refusals.ChangeOfOldDecision
        : state.Changes.Any(change => change.Case == Case) ? []
        : [new ChangeLinked(Case, DecisionVersion)];
}
