namespace Kpr.Functions.Billing.Http;

/// <summary>Takes a bill back.</summary>
/// <param name="Reason">Why: for the ledger, never on the document.</param>
/// <param name="BillAnew">Whether the same work is billed anew, with what is right.</param>
/// <param name="BuyerReference">The right reference; null to keep it.</param>
/// <param name="OrderReference">The right order number; null to keep it.</param>
/// <param name="PeppolAddress">The right electronic address; null to keep it.</param>
public sealed record CreditBody(string Reason, bool BillAnew = false, string? BuyerReference = null, string? OrderReference = null, string? PeppolAddress = null);
