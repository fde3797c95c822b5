using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Declines the estimates: the case is withdrawn, and only what was incurred is billed.</summary>
[Command("decline-estimates", "Avslå prisoverslag", "Decline estimates")]
[In(Phase.EstimateSent)]
[By(Role.Applicant, Relation.Owner)]
public sealed record DeclineEstimates : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) => [.. Withdrawal.Of(state, now, "Prisoverslaget ble avslått")];
}
