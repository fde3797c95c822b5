using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/catalogue/variables/{dataset}/{name}: a variable with its codes.</summary>
public sealed class ShowVariable(CatalogueReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowVariable))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/variables/{dataset}/{name}")] HttpRequest request, string dataset, string name) =>
        reads.Show(dataset, name);
}
