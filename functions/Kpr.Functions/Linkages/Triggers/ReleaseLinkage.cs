using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>POST /api/cases/{id}/linkage/release: releases the linked data.</summary>
public sealed class ReleaseLinkage(ReleaseLinkages release)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ReleaseLinkage))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases/{id}/linkage/release")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        release.RunAsync(request, id, cancellationToken);
}
