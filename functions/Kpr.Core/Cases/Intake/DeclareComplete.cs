using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Intake;

/// <summary>
/// Finds the application complete: the statutory clock runs, from the day the last missing item came (R1, R21). One source, or several that are not
/// linked, have 30 working days; linkage has 60.
/// </summary>
[Command("declare-complete", "Erklær komplett", "Declare complete")]
[In(Phase.Intake, Phase.InReview)]
[By(Role.Handler, Relation.Assigned)]
public sealed record DeclareComplete : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state is { Phase: Phase.InReview, CompleteOn: not null })
        {
            return Refusals.WrongPhase.For("in-review");
        }

        if (state.Deficiencies.Where(item => item.Status != DeficiencyStatus.Resolved).Select(item => item.Id).ToList() is { Count: > 0 } open)
        {
            return Refusals.DeficienciesOpen.For(open);
        }

        var completeOn = state.Deficiencies.Select(item => item.AnsweredOn).OfType<DateOnly>().Append(state.ReceivedOn!.Value).Max();
        var sources = state.Content.Sources!.Sources.Count;
        var linked = Terms.IsLinked(state);
        var complete = new DeclaredComplete(completeOn, sources, linked, now.Pack.Id);
        var statutory = now.Start(
            state, ClockKind.MakeAvailable, linked ? "Søknaden er komplett; data fra flere kilder sammenstilles" : "Søknaden er komplett",
            linked ? ClockCatalogue.LinkedTerm : null, from: completeOn);
        return state.Profile == ClockProfile.National
            ? [complete, statutory]
            :
            [
                complete, statutory,
                now.Start(
                    state, ClockKind.EhdsDecision, "Søknaden er komplett",
                    state.Content.Purpose is { PublicBody: true, Category: PurposeCategory.HealthAnalysis } ? ClockCatalogue.EhdsPublicBodyTerm : null, from: completeOn),
            ];
    }
}
