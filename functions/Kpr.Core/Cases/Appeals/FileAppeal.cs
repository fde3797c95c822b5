using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>
/// Appeals the decision (klage) to the body that made it: forvaltningsloven §§ 28–31; R28–R30. In time, or with an excuse; never after a year. Deletion
/// waits for its end.
/// </summary>
/// <param name="Grounds">What is wrong with the decision.</param>
/// <param name="Excuse">Why it is late.</param>
/// <param name="AsksSuspension">Whether the decision should have no effect meanwhile.</param>
[Command("appeal", "Klag", "Appeal")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Applicant, Relation.Owner)]
public sealed record FileAppeal(string Grounds, string? Excuse = null, bool AsksSuspension = false) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Grounds))
        {
            return Refusals.TextMissing.For("grounds");
        }

        if (state.Decision is not { } decision || state.FindClock(ClockKind.Appeal) is not { } period)
        {
            return Refusals.NothingToAppeal;
        }

        if (state.Appeal is { IsOpen: true })
        {
            return Refusals.AppealOpen;
        }

        if (state.Appeal is { State: not AppealState.Withdrawn } settled && settled.DecisionVersion == decision.Version && state.Revocation is not { Settled: true })
        {
            return Refusals.AppealSettled;
        }

        if (state.FindClock(ClockKind.AppealLatest)?.Due < now.Today)
        {
            return Refusals.AppealAfterYear;
        }

        var late = period.Due < now.Today;
        return late && string.IsNullOrWhiteSpace(Excuse)
            ? Refusals.AppealTooLate.For(Format.Date(period.Due!.Value))
            :
            [
                new AppealReceived((state.Appeal?.Number ?? 0) + 1, decision.Version, now.Today, Grounds, late, Excuse, AsksSuspension),
                now.Start(state, ClockKind.DetrimentNotice, "Klagen ble mottatt"), .. now.Pause(state, ClockKind.Deletion, "Vedtaket er påklaget"),
            ];
    }
}
