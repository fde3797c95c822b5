using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>POST /api/extracts: orders an extract of the register.</summary>
public sealed class OrderExtract(OrderExtracts orderExtracts)
{
    /// <summary>Answers.</summary>
    [Function(nameof(OrderExtract))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "extracts")] HttpRequest request, CancellationToken cancellationToken) =>
        orderExtracts.StartAsync(request, cancellationToken);
}
