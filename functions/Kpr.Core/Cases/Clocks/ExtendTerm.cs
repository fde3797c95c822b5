using Kpr.Core.Calendar;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Clocks;

/// <summary>
/// Extends a term of EHDS, once and with reasons: the decision by three months (one for a public body with a mandate in public health), a holder's
/// delivery by three (Art. 60(2), 68(4), 68(6); R51–R53). The national terms know no extension.
/// </summary>
/// <param name="Clock">The decision or a holder's delivery.</param>
/// <param name="Reason">Why.</param>
/// <param name="Subject">Id of the order, for a holder.</param>
[Command("extend-term", "Forleng frist etter EHDS", "Extend a term of EHDS")]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record ExtendTerm(ClockKind Clock, string Reason, string? Subject = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Refusals.TextMissing.For("reason");
        }

        if (Clock is not (ClockKind.EhdsDecision or ClockKind.EhdsHolder) || state.FindClock(Clock, Subject) is not { IsRunning: true } clock)
        {
            return Refusals.ClockNotRunning.For(Clocks.Clock.KeyOf(Clock, Subject));
        }

        if (clock.Rows.Any(row => row.Act == ClockAct.Extended))
        {
            return Refusals.ExtensionUsed;
        }

        var publicBody = Clock == ClockKind.EhdsDecision && state.Content.Purpose is { PublicBody: true, Category: PurposeCategory.HealthAnalysis };
        return [new ClockExtended(Clock, Subject, now.Today, Term.Months(publicBody ? 1 : 3), null, Reason)];
    }
}
