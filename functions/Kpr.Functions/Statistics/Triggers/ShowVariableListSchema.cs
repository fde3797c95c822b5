using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/catalogue/lists/{list}/schema: a saved list as a Frictionless table schema.</summary>
public sealed class ShowVariableListSchema(VariableLists lists)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowVariableListSchema))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/lists/{list}/schema")] HttpRequest request, string list, CancellationToken cancellationToken) =>
        lists.SchemaAsync(request, list, cancellationToken);
}
