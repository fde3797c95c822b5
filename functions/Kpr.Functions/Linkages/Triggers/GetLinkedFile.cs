using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>GET /api/cases/{id}/linkage/result/{file}: a file of the linked data.</summary>
public sealed class GetLinkedFile(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetLinkedFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/linkage/result/{file}")] HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        files.LinkedAsync(request, id, file, cancellationToken);
}
