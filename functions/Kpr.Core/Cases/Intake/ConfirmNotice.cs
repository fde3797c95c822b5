using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>
/// Tells that a notice reached the applicant: proof for a dismissal (R25), and the day from which the appeal period runs (forvaltningsloven § 29).
/// </summary>
/// <param name="Notice">Id of the notice.</param>
/// <param name="On">The Norwegian day.</param>
[Command("confirm-notice", "Bekreft at melding er kommet fram", "Confirm that a notice arrived")]
[In(Phase.Submitted, Phase.RoutedAway, Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended,
    Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Withdrawn, Phase.Refused,
    Phase.Revoked, Phase.Closed)]
[By(Role.System, Relation.Office)]
public sealed record ConfirmNotice(string Notice, DateOnly On) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (On > now.Today)
        {
            return Refusals.DateInFuture.For("on");
        }

        if (state.ReachedOn(Notice) is not null)
        {
            return [];
        }

        var reached = new NoticeReached(Notice, On);
        return state.Decision is { } decision && decision.NoticeId == Notice && On > decision.On && state.FindClock(ClockKind.Appeal) is { IsRunning: true }
            ? [reached, now.Start(state, ClockKind.Appeal, "Underretningen om vedtaket kom fram", from: On)]
            : [reached];
    }
}
