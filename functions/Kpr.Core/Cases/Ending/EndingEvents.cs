using Kpr.Core.Cases.Fulfilment;

namespace Kpr.Core.Cases.Ending;

/// <summary>The applicant withdrew.</summary>
[Event("withdrawn", "Søknaden er trukket", "Application withdrawn")]
public sealed record Withdrawn(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.In(Phase.Withdrawn);
}

/// <summary>The case is over.</summary>
[Event("closed", "Saken er avsluttet", "Case closed")]
public sealed record CaseClosed(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.In(Phase.Closed);
}

/// <summary>A biller may bill.</summary>
[Event("billing-ready", "Faktureringsgrunnlag klart", "Ready for billing")]
public sealed record BillingReady(BillingBasis Basis) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Billing = state.Billing.Plus(Basis) };
}

/// <summary>A biller's invoice, or credit note, was issued.</summary>
[Event("invoice-issued", "Faktura utstedt", "Invoice issued")]
public sealed record InvoiceIssued(string Basis, string Invoice) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>There is nothing to invoice for a basis.</summary>
[Event("invoice-waived", "Ingenting å fakturere", "Nothing to invoice")]
public sealed record InvoiceWaived(string Basis, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}
