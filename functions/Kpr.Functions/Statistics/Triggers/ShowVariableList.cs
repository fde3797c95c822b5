using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>GET /api/catalogue/lists/{list}: a saved list of variables.</summary>
public sealed class ShowVariableList(VariableLists lists)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowVariableList))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "catalogue/lists/{list}")] HttpRequest request, string list, CancellationToken cancellationToken) =>
        lists.ShowAsync(request, list, cancellationToken);
}
