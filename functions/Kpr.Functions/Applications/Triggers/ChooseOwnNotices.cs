using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>PUT /api/notices/own: chooses how the sender gets notices.</summary>
public sealed class ChooseOwnNotices(OwnNotices own)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ChooseOwnNotices))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "notices/own")] HttpRequest request, CancellationToken cancellationToken) =>
        own.ChooseAsync(request, cancellationToken);
}
