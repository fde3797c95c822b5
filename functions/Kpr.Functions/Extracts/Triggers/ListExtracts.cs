using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/extracts: the extracts of a case.</summary>
public sealed class ListExtracts(OrderExtracts orderExtracts)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ListExtracts))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "extracts")] HttpRequest request, CancellationToken cancellationToken) =>
        orderExtracts.ListAsync(request, cancellationToken);
}
