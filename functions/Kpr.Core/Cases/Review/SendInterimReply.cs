using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Tells the applicant that the answer takes longer (foreløpig svar): forvaltningsloven § 11 a; R23.</summary>
/// <param name="Text">Why.</param>
/// <param name="ExpectedOn">When an answer is likely.</param>
[Command("send-interim-reply", "Send foreløpig svar", "Send interim reply")]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Coordinator, Relation.Office)]
public sealed record SendInterimReply(string Text, DateOnly ExpectedOn) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("text")
        : ExpectedOn <= now.Today ? Refusals.DateNotAhead.For("expectedOn")
        : [new InterimReplySent(Text, ExpectedOn), .. now.Stop(state, ClockKind.InterimReply, "Foreløpig svar ble sendt")];
}
