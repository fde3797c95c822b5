using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>GET /api/invoices/{biller}/bills: a biller's bills, or those that something is owed on.</summary>
public sealed class InvoiceBills(BillReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceBills))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invoices/{biller}/bills")] HttpRequest request, string biller, CancellationToken cancellationToken) =>
        reads.BillsAsync(request, biller, cancellationToken);
}
