using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Intake;

/// <summary>Says that answers will do, or that a question is no longer needed. Two handlers' eyes are not asked for here; the decision has them.</summary>
/// <param name="Items">Ids of the deficiencies.</param>
[Command("resolve-deficiencies", "Godta svar", "Settle deficiencies")]
[In(Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal)]
[By(Role.Handler, Relation.Assigned)]
public sealed record ResolveDeficiencies(IReadOnlyList<string> Items) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (Items.Where(id => state.Deficiencies.All(item => item.Id != id || item.Status == DeficiencyStatus.Resolved)).ToList() is { Count: > 0 } unknown)
        {
            return Refusals.UnknownItem.For(unknown);
        }

        if (Items.Count == 0)
        {
            return Refusals.NoItems;
        }

        // The last open question was taken back: the applicant need not answer any more.
        var noneOpen = state.Phase == Phase.AwaitingApplicant
            && state.Deficiencies.All(item => item.Status != DeficiencyStatus.Open || Items.Contains(item.Id));
        return noneOpen
            ?
            [
                new DeficienciesResolved(Items, ByRule: false),
                new DeficienciesAnswered([], null, null, now.Pack.Id, now.Today, AllAnswered: true),
                .. now.Stop(state, ClockKind.DeficiencyReply, "Spørsmålene ble trukket"),
                .. now.Stop(state, ClockKind.DeficiencyReminder, "Spørsmålene ble trukket"),
            ]
            : [new DeficienciesResolved(Items, ByRule: false)];
    }
}
