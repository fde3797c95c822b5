using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Ending;

/// <summary>Tells that a basis costs nothing, so that no invoice comes of it: a student's statistics, work below a threshold (R40–R42). Stops its clock.</summary>
/// <param name="Basis">Id of the basis.</param>
/// <param name="Reason">Why it costs nothing, by the price list.</param>
[Command("waive-invoice", "Ingen faktura", "Waive invoice")]
[In(Phase.Submitted, Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended, Phase.Decided,
    Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Withdrawn, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.System, Relation.Office)]
[By(Role.Finance, Relation.Office, Relation.Source)]
public sealed record WaiveInvoice(string Basis, string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Billing.FirstOrDefault(known => known.Id == Basis) is not { } basis)
        {
            return Refusals.UnknownItem.For(Basis);
        }

        if (now.By.Role == Role.Finance && (now.By.Register ?? Review.Estimate.Helsedataservice) != basis.Biller)
        {
            return Refusals.OtherRegister.For(basis.Biller);
        }

        return string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
            : state.FindClock(ClockKind.InvoiceIssue, Basis) is { IsRunning: true }
                ? [new InvoiceWaived(Basis, Reason), .. now.Stop(state, ClockKind.InvoiceIssue, "Det er ingenting å fakturere", Basis)]
                : [];
    }
}
