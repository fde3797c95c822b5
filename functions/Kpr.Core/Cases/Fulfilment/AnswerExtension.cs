using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Gives more time, or not.</summary>
/// <param name="Granted">Whether.</param>
/// <param name="Reason">Why not; may be empty for a grant.</param>
[Command("answer-extension", "Avgjør forlengelse", "Answer extension")]
[In(Phase.Active, Phase.Expiring)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record AnswerExtension(bool Granted, string Reason = "") : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Permit?.RequestedUntil is not { } until)
        {
            return Refusals.NothingRequested;
        }

        if (state.Staff.Handler == now.By.Subject)
        {
            return Refusals.FourEyes.For(now.By.Subject);
        }

        if (!Granted)
        {
            return string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason") : [new ExtensionRefused(Reason)];
        }

        return
        [
            new ExtensionGranted(until),
            new ClockExtended(ClockKind.Permit, null, now.Today, null, until, Reason.Length == 0 ? "Forlengelse ble innvilget" : Reason),
        ];
    }
}
