using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/deliveries/{id}/files/{file}: a file of a delivery, encrypted to its recipient.</summary>
public sealed class GetDeliveryFile(Deliveries deliveries)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetDeliveryFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "deliveries/{id}/files/{file}")] HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        deliveries.FileAsync(request, id, file, cancellationToken);
}
