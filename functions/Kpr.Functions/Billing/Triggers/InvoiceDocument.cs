using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>GET /api/invoices/{biller}/documents/{name}: a document.</summary>
public sealed class InvoiceDocument(BillReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceDocument))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invoices/{biller}/documents/{name}")] HttpRequest request, string biller, string name, CancellationToken cancellationToken) =>
        reads.DocumentAsync(request, biller, name, cancellationToken);
}
