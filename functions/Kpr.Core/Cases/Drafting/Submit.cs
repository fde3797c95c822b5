using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Rules;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Sends the application in: freezes a version, routes it by the rules of the day, starts the clock of the interim reply (R2–R4, R23).</summary>
[Command("submit", "Send inn", "Submit")]
[In(Phase.Draft)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record Submit : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var facts = CaseFacts.Of(state, now.Policy, now.Today);
        var findings = now.Pack.Find(facts);
        if (now.Pack.Blocking(findings) is { Count: > 0 } blocking)
        {
            return Refusals.MandatoryMissing.For([.. blocking.Select(finding => $"{finding.Rule}:{finding.Field}")]);
        }

        if (state.Attachments.Where(file => file.Scan != ScanResult.Clean).Select(file => file.Id).ToList() is { Count: > 0 } unscanned)
        {
            return Refusals.AttachmentsNotScanned.For(unscanned);
        }

        var submitted = new Submitted(
            state.Versions.Count + 1, now.Today, now.Pack.Id, [.. findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal)]);
        return now.Pack.Route(facts) is { } elsewhere
            ? [submitted, .. now.Stop(state, ClockKind.DraftExpiry, "Søknaden ble sendt inn"), new RoutedAway(elsewhere.To, elsewhere.Rule, elsewhere.Reason)]
            :
            [
                submitted, .. now.Stop(state, ClockKind.DraftExpiry, "Søknaden ble sendt inn"),
                now.Start(state, ClockKind.InterimReply, "Søknaden ble mottatt"),
            ];
    }
}
