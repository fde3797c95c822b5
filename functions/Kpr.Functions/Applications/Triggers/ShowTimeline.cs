using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/timeline: what happened, and what the clocks say and why.</summary>
public sealed class ShowTimeline(CaseReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowTimeline))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/timeline")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        reads.TimelineAsync(request, id, cancellationToken);
}
