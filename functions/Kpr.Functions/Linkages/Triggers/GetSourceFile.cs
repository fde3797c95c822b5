using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>GET /api/cases/{id}/linkage/from/{order}/{file}: a file that a source sent.</summary>
public sealed class GetSourceFile(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetSourceFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/linkage/from/{order}/{file}")] HttpRequest request, string id, string order, string file, CancellationToken cancellationToken) =>
        files.SourceAsync(request, id, order, file, cancellationToken);
}
