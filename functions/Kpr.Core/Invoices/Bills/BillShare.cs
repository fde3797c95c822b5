using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>What one biller has of a bill.</summary>
/// <param name="Biller">Code of the biller.</param>
/// <param name="Amount">With VAT.</param>
public sealed record BillShare(string Biller, Money Amount);
