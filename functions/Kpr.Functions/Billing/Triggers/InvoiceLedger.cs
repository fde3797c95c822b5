using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>GET /api/invoices/{biller}/ledger: a biller's ledger.</summary>
public sealed class InvoiceLedger(BillReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceLedger))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invoices/{biller}/ledger")] HttpRequest request, string biller, CancellationToken cancellationToken) =>
        reads.LedgerAsync(request, biller, cancellationToken);
}
