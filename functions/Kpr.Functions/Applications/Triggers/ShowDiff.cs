using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/versions/{number}/diff: what a version changed.</summary>
public sealed class ShowDiff(CaseReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowDiff))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/versions/{number}/diff")] HttpRequest request, string id, string number, CancellationToken cancellationToken) =>
        reads.DiffAsync(request, id, number, cancellationToken);
}
