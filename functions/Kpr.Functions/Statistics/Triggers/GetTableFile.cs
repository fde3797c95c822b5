using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/tables/{id}/{file}: a table that is done, or its audit.</summary>
public sealed class GetTableFile(Tables tables)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetTableFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tables/{id}/{file}")] HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        tables.FileAsync(request, id, file, cancellationToken);
}
