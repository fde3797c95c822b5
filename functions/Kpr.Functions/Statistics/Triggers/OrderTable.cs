using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>POST /api/tables: orders a table over the register.</summary>
public sealed class OrderTable(Tables tables)
{
    /// <summary>Answers.</summary>
    [Function(nameof(OrderTable))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tables")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.StartAsync(request, cancellationToken);
}
