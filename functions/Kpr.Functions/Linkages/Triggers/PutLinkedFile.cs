using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>PUT /api/cases/{id}/linkage/result/{file}: a file of the linked data, encrypted to the applicant.</summary>
public sealed class PutLinkedFile(HandedFiles files)
{
    /// <summary>Answers.</summary>
    [Function(nameof(PutLinkedFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{id}/linkage/result/{file}")] HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        files.PutLinkedAsync(request, id, file, cancellationToken);
}
