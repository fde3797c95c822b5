using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>GET /api/cases/{id}/linkage/sheet: batch and sources for the linker's tool.</summary>
public sealed class ShowLinkageSheet(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowLinkageSheet))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/linkage/sheet")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        files.SheetAsync(request, id, cancellationToken);
}
