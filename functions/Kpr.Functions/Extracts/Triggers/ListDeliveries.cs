using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/deliveries: the deliveries to the sender.</summary>
public sealed class ListDeliveries(Deliveries deliveries)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ListDeliveries))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "deliveries")] HttpRequest request, CancellationToken cancellationToken) =>
        deliveries.ListAsync(request, cancellationToken);
}
