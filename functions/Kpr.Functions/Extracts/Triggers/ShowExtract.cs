using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/extracts/{id}: where an extract stands, in figures.</summary>
public sealed class ShowExtract(OrderExtracts orderExtracts)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowExtract))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "extracts/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        orderExtracts.ShowAsync(request, id, cancellationToken);
}
