using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/tables/{id}: where a table stands.</summary>
public sealed class ShowTable(Tables tables)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowTable))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tables/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        tables.ShowAsync(request, id, cancellationToken);
}
