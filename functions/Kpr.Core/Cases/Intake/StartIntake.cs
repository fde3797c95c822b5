using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>Begins intake (mottakskontroll).</summary>
[Command("start-intake", "Start mottakskontroll", "Start intake")]
[In(Phase.Submitted)]
[By(Role.Coordinator, Relation.Office)]
[By(Role.System, Relation.Office)]
public sealed record StartIntake : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) => [new IntakeStarted()];
}
