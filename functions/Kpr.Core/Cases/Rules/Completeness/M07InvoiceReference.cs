namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M07: an invoice recipient with a reference.</summary>
public sealed class M07InvoiceReference() : ApplicationRule(
    "M07",
    "Fakturamottaker med bestillerreferanse eller ordrenummer skal være oppgitt.",
    "A recipient of invoices with a buyer’s reference or order number is given.",
    "Peppol BIS Billing 3.0 R003; søknadsskjemaet, felt 30")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => string.IsNullOrWhiteSpace(facts.Content.Invoice?.Name) || (string.IsNullOrWhiteSpace(facts.Content.Invoice.BuyerReference) && string.IsNullOrWhiteSpace(facts.Content.Invoice.OrderReference)) ? [At("invoice.buyerReference")] : [];
}
