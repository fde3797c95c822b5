using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Takes statistics instead of person-level data, or not.</summary>
/// <param name="Accepted">Whether they will do.</param>
[Command("answer-statistics-offer", "Svar på tilbud om statistikk", "Answer the offer of statistics")]
[In(Phase.InReview, Phase.AwaitingExternal)]
[By(Role.Applicant, Relation.Owner)]
public sealed record AnswerStatisticsOffer(bool Accepted) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.StatisticsOffered ? [new StatisticsAnswered(Accepted)] : Refusals.NothingOffered;
}
