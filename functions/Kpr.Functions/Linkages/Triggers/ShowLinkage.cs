using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>GET /api/cases/{id}/linkage: how far a linkage is.</summary>
public sealed class ShowLinkage(ShowLinkages show)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowLinkage))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/linkage")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        show.RunAsync(request, id, cancellationToken);
}
