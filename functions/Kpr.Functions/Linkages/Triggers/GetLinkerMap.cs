using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>GET /api/cases/{id}/linkage/maps/{order}: the linker's map of a source.</summary>
public sealed class GetLinkerMap(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetLinkerMap))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/linkage/maps/{order}")] HttpRequest request, string id, string order, CancellationToken cancellationToken) =>
        files.MapAsync(request, id, order, cancellationToken);
}
