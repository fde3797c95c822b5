using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Statistics.Triggers;

/// <summary>PUT /api/catalogue/lists/{list}: saves a list of variables.</summary>
public sealed class SaveVariableList(VariableLists lists)
{
    /// <summary>Answers.</summary>
    [Function(nameof(SaveVariableList))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "catalogue/lists/{list}")] HttpRequest request, string list, CancellationToken cancellationToken) =>
        lists.SaveAsync(request, list, cancellationToken);
}
