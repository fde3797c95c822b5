using Azure;
using Kpr.Core.Cases;
using Kpr.Core.Invoices.Bills;

namespace Kpr.Functions.Billing;

/// <summary>A bill as it was read.</summary>
/// <param name="Biller">Code of the biller who issues it.</param>
/// <param name="Bill">The bill.</param>
/// <param name="Events">Its events.</param>
/// <param name="Hash">The hash after the last.</param>
/// <param name="ETag">The head's; null when there is no such bill yet.</param>
public sealed record StoredBill(string Biller, Bill Bill, IReadOnlyList<Recorded<BillEvent>> Events, string Hash, ETag? ETag);
