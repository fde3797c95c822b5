using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>GET /api/invoices/{biller}/earned: what each register earned.</summary>
public sealed class InvoiceEarned(BillReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceEarned))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invoices/{biller}/earned")] HttpRequest request, string biller, CancellationToken cancellationToken) =>
        reads.EarnedAsync(request, biller, cancellationToken);
}
