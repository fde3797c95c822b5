using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/cases/{id}/cohort: the lists that were uploaded, by name and id.</summary>
public sealed class ShowLists(Lists lists)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowLists))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/cohort")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        lists.ShowAsync(request, id, cancellationToken);
}
