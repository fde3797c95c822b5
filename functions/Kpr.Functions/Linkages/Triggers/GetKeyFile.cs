using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>GET /api/cases/{id}/linkage/keys/{order}: the key file of a source.</summary>
public sealed class GetKeyFile(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetKeyFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/linkage/keys/{order}")] HttpRequest request, string id, string order, CancellationToken cancellationToken) =>
        files.KeysAsync(request, id, order, cancellationToken);
}
