using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Ending;

/// <summary>Tells that an invoice, or credit note, was issued for a basis: stops its clock (R44).</summary>
/// <param name="Basis">Id of the basis.</param>
/// <param name="Invoice">Number of the invoice.</param>
[Command("confirm-invoice", "Bekreft faktura", "Confirm invoice")]
[In(Phase.Submitted, Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended, Phase.Decided,
    Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Withdrawn, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.System, Relation.Office)]
[By(Role.Finance, Relation.Office, Relation.Source)]
public sealed record ConfirmInvoice(string Basis, string Invoice) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Billing.FirstOrDefault(known => known.Id == Basis) is not { } basis || string.IsNullOrWhiteSpace(Invoice))
        {
            return Refusals.UnknownItem.For(Basis);
        }

        if (now.By.Role == Role.Finance && (now.By.Register ?? Review.Estimate.Helsedataservice) != basis.Biller)
        {
            return Refusals.OtherRegister.For(basis.Biller);
        }

        return state.FindClock(ClockKind.InvoiceIssue, Basis) is { IsRunning: true }
            ? [new InvoiceIssued(Basis, Invoice), .. now.Stop(state, ClockKind.InvoiceIssue, "Fakturaen ble utstedt", Basis)]
            : [];
    }
}
