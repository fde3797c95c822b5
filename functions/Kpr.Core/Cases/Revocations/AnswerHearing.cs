using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Revocations;

/// <summary>Says something before the revocation is decided.</summary>
/// <param name="Text">What.</param>
[Command("answer-hearing", "Uttal deg", "Answer the hearing")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring, Phase.DeletionDue)]
[By(Role.Applicant, Relation.Owner)]
[By(Role.Controller, Relation.Office)]
public sealed record AnswerHearing(string Text) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("text")
        : state.Revocation is not { Settled: false } ? Refusals.NoRevocation
        : [new HearingAnswered(Text), .. now.Stop(state, ClockKind.Hearing, "Databruker uttalte seg")];
}
