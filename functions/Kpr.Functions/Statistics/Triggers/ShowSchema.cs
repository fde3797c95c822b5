using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/catalogue/datasets/{dataset}/schema: a dataset as a Frictionless table schema.</summary>
public sealed class ShowSchema
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowSchema))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/datasets/{dataset}/schema")] HttpRequest request, string dataset) =>
        CatalogueReads.Schema(dataset);
}
