using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Suspends the effect of the decision (utsatt iverksetting): forvaltningsloven § 42. Nothing undelivered is released meanwhile.</summary>
/// <param name="Reason">Why.</param>
[Command("suspend-effect", "Utsett iverksetting", "Suspend the effect")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
[By(Role.AppealBody, Relation.Designated)]
public sealed record SuspendEffect(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : state.Suspended is not null ? []
        : [new EffectSuspended(Reason), .. now.Pause(state, ClockKind.MakeAvailable, "Vedtaket har utsatt iverksetting")];
}
