using Kpr.Core.Cases;
using Kpr.Core.Invoices.Bills;

namespace Kpr.Functions.Billing;

/// <summary>A bill after a command, or why the command was refused.</summary>
/// <param name="Bill">The bill as it stands.</param>
/// <param name="Refusal">Why not; null when it was carried out, now or before.</param>
public sealed record BillAnswer(Bill Bill, Refusal? Refusal = null);
