using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Accepts estimates; the case goes on when all are accepted. Only the owner may: it binds to pay.</summary>
/// <param name="Estimates">Their ids.</param>
[Command("accept-estimates", "Godta prisoverslag", "Accept estimates")]
[In(Phase.EstimateSent)]
[By(Role.Applicant, Relation.Owner)]
public sealed record AcceptEstimates(IReadOnlyList<string> Estimates) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var sent = state.Estimates.Where(estimate => estimate.Status == EstimateStatus.Sent).Select(estimate => estimate.Id).ToList();
        if (Estimates.Count == 0 || Estimates.Except(sent).ToList() is { Count: > 0 })
        {
            return Refusals.UnknownItem.For([.. Estimates.Except(sent)]);
        }

        var all = !sent.Except(Estimates).Any();
        return all
            ? [new EstimatesAccepted(Estimates, all), .. now.Stop(state, ClockKind.EstimateReply, "Prisoverslagene ble godtatt")]
            : [new EstimatesAccepted(Estimates, all)];
    }
}
