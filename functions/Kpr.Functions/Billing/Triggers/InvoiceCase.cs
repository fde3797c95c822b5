using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>GET /api/invoices/cases/{caseId}: what a case cost so far, and why.</summary>
public sealed class InvoiceCase(BillReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceCase))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invoices/cases/{caseId}")] HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        reads.CaseAsync(request, caseId, cancellationToken);
}
