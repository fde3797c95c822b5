using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>PUT /api/cases/{id}/cohort/{list}: a list of identity numbers, encrypted to the register.</summary>
public sealed class PutList(Lists lists)
{
    /// <summary>Answers.</summary>
    [Function(nameof(PutList))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{id}/cohort/{list}")] HttpRequest request, string id, string list, CancellationToken cancellationToken) =>
        lists.PutAsync(request, id, list, cancellationToken);
}
