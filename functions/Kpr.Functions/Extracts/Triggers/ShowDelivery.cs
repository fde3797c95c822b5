using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/deliveries/{id}: a delivery with its files.</summary>
public sealed class ShowDelivery(Deliveries deliveries)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowDelivery))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "deliveries/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        deliveries.ShowAsync(request, id, cancellationToken);
}
