using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>PUT /api/cases/{id}/linkage/from/{order}/{file}: a file of a source, encrypted to the linker.</summary>
public sealed class PutSourceFile(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(PutSourceFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{id}/linkage/from/{order}/{file}")] HttpRequest request, string id, string order, string file, CancellationToken cancellationToken) =>
        files.PutSourceAsync(request, id, order, file, cancellationToken);
}
