using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/appeal-bundle: all that the appeal body needs, the same bytes every time.</summary>
public sealed class ShowAppealBundle(CaseReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowAppealBundle))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/appeal-bundle")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        reads.AppealBundleAsync(request, id, cancellationToken);
}
