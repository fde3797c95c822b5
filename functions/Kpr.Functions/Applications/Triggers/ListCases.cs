using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases: the reader's work list, overdue first.</summary>
public sealed class ListCases(WorkListReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ListCases))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases")] HttpRequest request, CancellationToken cancellationToken) =>
        reads.ListAsync(request, cancellationToken);
}
