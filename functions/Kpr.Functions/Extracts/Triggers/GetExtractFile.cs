using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/extracts/{id}/files/{file}: codebook, data package or risk figures of an extract, or what differs from the one before.</summary>
public sealed class GetExtractFile(OrderExtracts orderExtracts)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetExtractFile))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "extracts/{id}/files/{file}")] HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        orderExtracts.FileAsync(request, id, file, cancellationToken);
}
