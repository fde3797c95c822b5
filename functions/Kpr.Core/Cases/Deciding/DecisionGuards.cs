using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Rules;

namespace Kpr.Core.Cases.Deciding;

/// <summary>What must be in order before a case is decided.</summary>
internal static class DecisionGuards
{
    /// <summary>Open questions, prerequisites or estimates; null when all are settled.</summary>
    public static Refusal? Unsettled(CaseState state)
    {
        if (state.Deficiencies.Where(item => item.Status == DeficiencyStatus.Open).Select(item => item.Id).ToList() is { Count: > 0 } deficiencies)
        {
            return Refusals.DeficienciesOpen.For(deficiencies);
        }

        if (state.Prerequisites.Where(item => item.Required && item.Status == PrerequisiteStatus.Open).Select(item => item.Id).ToList() is { Count: > 0 } open)
        {
            return Refusals.PrerequisitesOpen.For(open);
        }

        return state.Estimates.Where(estimate => estimate.Status == EstimateStatus.Sent).Select(estimate => estimate.Id).ToList() is { Count: > 0 } estimates
            ? Refusals.EstimatesNotAccepted.For(estimates)
            : null;
    }

    /// <summary>What stands in the way of a grant by the rules of the day; null when nothing does.</summary>
    public static Refusal? OfGrant(CaseState state, CommandContext now)
    {
        if (state.Prerequisites.Where(item => item is { Required: true, Status: PrerequisiteStatus.Refused or PrerequisiteStatus.Lapsed }).Select(item => item.Id).ToList()
            is { Count: > 0 } refused)
        {
            return Refusals.PrerequisitesRefused.For(refused);
        }

        if (now.Policy.EstimateRequired && state.Estimates.All(estimate => estimate.Status != EstimateStatus.Accepted))
        {
            return Refusals.EstimatesNotAccepted;
        }

        var failed = now.Pack.JudgeGates(CaseFacts.Of(state, now.Policy, now.Today), state.Assessments)
            .Where(result => result.Status is GateStatus.Failed or GateStatus.Unjudged).Select(result => result.Gate).ToList();
        return failed.Count > 0 ? Refusals.GatesNotPassed.For(failed) : null;
    }
}
