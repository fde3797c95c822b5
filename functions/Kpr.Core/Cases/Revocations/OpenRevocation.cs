using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Revocations;

/// <summary>Tells the data user that the decision may be revoked, and hears them: four weeks (EHDS Art. 63; forvaltningsloven § 16).</summary>
/// <param name="Ground">Which condition was broken, or what else.</param>
[Command("open-revocation", "Varsle tilbakekall", "Open revocation")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record OpenRevocation(string Ground) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Ground) ? Refusals.TextMissing.For("ground")
        : state.Revocation is { Settled: false } ? Refusals.RevocationOpen
        : [new RevocationOpened(Ground, now.Today), now.Start(state, ClockKind.Hearing, "Varselet ble sendt")];
}
