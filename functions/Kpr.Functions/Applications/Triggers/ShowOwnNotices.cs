using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/notices/own: how the sender wants notices.</summary>
public sealed class ShowOwnNotices(OwnNotices own)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowOwnNotices))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "notices/own")] HttpRequest request, CancellationToken cancellationToken) =>
        own.ShowAsync(request, cancellationToken);
}
