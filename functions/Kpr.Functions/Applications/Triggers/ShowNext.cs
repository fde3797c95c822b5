using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/next: what is next, whose turn it is, what the reader may do.</summary>
public sealed class ShowNext(CaseReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowNext))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/next")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        reads.NextAsync(request, id, cancellationToken);
}
