using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>POST /api/extracts/{id}/release: releases an extract to its recipient.</summary>
public sealed class ReleaseExtract(ReleaseExtracts releaseExtracts)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ReleaseExtract))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "extracts/{id}/release")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        releaseExtracts.RunAsync(request, id, cancellationToken);
}
