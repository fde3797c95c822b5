using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Ending;

/// <summary>
/// Dismisses a case whose applicant stayed silent (avvisning): R25. Both periods are over and both notices are known to have arrived. The base price
/// stays. It is a decision like any other and may be appealed.
/// </summary>
[Command("dismiss", "Avvis for manglende svar", "Dismiss for silence")]
[In(Phase.AwaitingApplicant)]
[By(Role.Handler, Relation.Assigned)]
public sealed record DismissSilent : CaseCommand
{
    /// <summary>The reason that such a dismissal names.</summary>
    public const string Silence = "R25";

    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var round = state.Round!;
        if (round.SilentSince is null)
        {
            return Refusals.PeriodsNotOver.For(round.RemindedOn is null ? ClockKind.DeficiencyReply.ToString() : ClockKind.DeficiencyReminder.ToString());
        }

        if (new[] { round.Notice, round.Reminder }.Where(notice => state.ReachedOn(notice) is null).ToList() is { Count: > 0 } unproven)
        {
            return Refusals.NoticesNotProven.For(unproven);
        }

        var reasons = new DecisionReasons(
            "Krav til søker på helsedata.no; forvaltningsloven § 11",
            $"Spørsmål ble sendt {Format.Date(round.SentOn)} og påminnelse {Format.Date(round.RemindedOn!.Value)}. Svar er ikke kommet innen {Format.Date(round.SilentSince.Value)}.",
            "Søknaden kan ikke behandles uten svar.");
        var decision = Decisions.Make(state, now, DecisionOutcome.Dismissed, DecisionCause.Application, [], reasons, [Silence], [], null, null);
        return
        [
            .. Prerequisites.CloseAll(state), .. now.StopAll(state, "Saken ble avvist", ClockKind.InvoiceIssue, ClockKind.InterimReply, ClockKind.EhdsDecision),
            new Decided(decision), .. Decisions.Clocks(state, now),
            .. Billing.OfHelsedataservice(state with { HandlingMinutes = 0 }, now, BillingCause.Dismissed, baseFee: true),
        ];
    }
}
