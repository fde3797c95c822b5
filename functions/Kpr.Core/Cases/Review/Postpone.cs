using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>
/// Tells that data cannot be made available in time, with reason and likely date: helseregisterloven § 19 f 2nd paragraph; R22. The statutory clock runs on;
/// the case shows both dates.
/// </summary>
/// <param name="ReasonCode">What kind of circumstance.</param>
/// <param name="Text">The circumstance that makes it disproportionately hard.</param>
/// <param name="Until">The likely date, after the statutory one.</param>
[Command("postpone", "Utsett med foreløpig svar", "Postpone with interim answer")]
[In(Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended, Phase.Decided, Phase.Fulfilment)]
[By(Role.Handler, Relation.Assigned)]
public sealed record Postpone(string ReasonCode, string Text, DateOnly Until) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(ReasonCode) || string.IsNullOrWhiteSpace(Text))
        {
            return Refusals.TextMissing.For("reasonCode", "text");
        }

        if (state.FindClock(ClockKind.MakeAvailable) is not { IsRunning: true } clock)
        {
            return Refusals.ClockNotRunning.For("make-available");
        }

        return Until <= now.Today || Until <= clock.Due
            ? Refusals.PromiseTooEarly.For(Format.Date(clock.Due!.Value))
            :
            [
                new Postponed(ReasonCode, Text, Until),
                new ClockPromised(ClockKind.MakeAvailable, null, now.Today, Until, Text),
                .. now.Stop(state, ClockKind.InterimReply, "Foreløpig svar ble sendt"),
            ];
    }
}
