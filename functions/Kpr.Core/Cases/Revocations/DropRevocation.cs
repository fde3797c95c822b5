using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Revocations;

/// <summary>Drops the revocation.</summary>
/// <param name="Reason">Why.</param>
[Command("drop-revocation", "Frafall tilbakekall", "Drop the revocation")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record DropRevocation(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : state.Revocation is not { Settled: false } ? Refusals.NoRevocation
        : [new RevocationDropped(Reason), .. now.Stop(state, ClockKind.Hearing, "Tilbakekall ble frafalt")];
}
