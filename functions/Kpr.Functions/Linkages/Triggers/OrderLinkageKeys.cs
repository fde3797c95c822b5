using Kpr.Functions.Linkages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Linkages.Triggers;

/// <summary>PUT /api/cases/{id}/linkage/keys: orders the keys of a batch.</summary>
public sealed class OrderLinkageKeys(OrderKeys keys)
{
    /// <summary>Answers.</summary>
    [Function(nameof(OrderLinkageKeys))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{id}/linkage/keys")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        keys.RunAsync(request, id, cancellationToken);
}
