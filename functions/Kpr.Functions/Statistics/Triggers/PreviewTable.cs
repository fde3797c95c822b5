using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>POST /api/tables/preview: the shape of a table, without a number.</summary>
public sealed class PreviewTable(Tables tables)
{
    /// <summary>Answers.</summary>
    [Function(nameof(PreviewTable))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tables/preview")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.PreviewAsync(request, cancellationToken);
}
