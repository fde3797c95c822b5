using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/completeness: what the application lacks by the rules of today.</summary>
public sealed class ShowCompleteness(CaseReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowCompleteness))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/completeness")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        reads.CompletenessAsync(request, id, cancellationToken);
}
