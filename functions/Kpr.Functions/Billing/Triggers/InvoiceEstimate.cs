using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>GET /api/invoices/cases/{caseId}/estimate: what work would cost.</summary>
public sealed class InvoiceEstimate(EstimateReads estimates)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceEstimate))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invoices/cases/{caseId}/estimate")] HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        estimates.RunAsync(request, caseId, cancellationToken);
}
