using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>A posting in finance's ledger.</summary>
/// <param name="On">The day.</param>
/// <param name="Invoice">Number on the document.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Account">The account.</param>
/// <param name="Of">Register or biller it belongs to.</param>
/// <param name="Amount">Debit; credit when negative. Whole øre.</param>
public sealed record LedgerRow(DateOnly On, string Invoice, string Case, string Account, string Of, Money Amount);
