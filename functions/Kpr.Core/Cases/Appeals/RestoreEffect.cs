using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Lets the decision have effect again.</summary>
/// <param name="Reason">Why.</param>
[Command("restore-effect", "Opphev utsatt iverksetting", "Restore the effect")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
[By(Role.AppealBody, Relation.Designated)]
public sealed record RestoreEffect(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : state.Suspended is null ? []
        : [new EffectRestored(Reason), .. now.Release(state, ClockKind.MakeAvailable, Reason)];
}
