using Kpr.Functions.Applications.Http;
using Kpr.Functions.Applications.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}: the case, with its version as the ETag.</summary>
public sealed class ShowCase(ReadCase read)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowCase))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "case", (state, actor) => (object)CaseView.Of(state, actor), cancellationToken);
}
