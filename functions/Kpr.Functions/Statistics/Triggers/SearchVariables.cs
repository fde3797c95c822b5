using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/catalogue/variables: the variable catalogue, searched.</summary>
public sealed class SearchVariables
{
    /// <summary>Answers.</summary>
    [Function(nameof(SearchVariables))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/variables")] HttpRequest request) =>
        CatalogueReads.Search(request);
}
