using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Reference.Triggers;

/// <summary>The reference data in use, over HTTP.</summary>
public sealed class ReferenceHttp(ReferenceStore store, ReferenceStatus status, LoadReference load)
{
    /// <summary>GET /api/reference: the set in use, the sets that come, the last refusal with every fault by file, line and column.</summary>
    [Function("ReferenceStatus")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reference")] HttpRequest request, CancellationToken cancellationToken) =>
        Answer((await store.ReadStateAsync(cancellationToken)).State);

    /// <summary>POST /api/reference: looks at the manifest at once, and answers as the status does.</summary>
    [Function("ReferenceReload")]
    public async Task<IActionResult> Post(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "reference")] HttpRequest request, CancellationToken cancellationToken) =>
        Answer(await load.RunAsync(again: true, cancellationToken));

    /// <summary>GET /api/reference/{version}: a set as a ZIP of its manifest and tables, for whoever wants to know what a receipt was judged by.</summary>
    [Function("ReferenceSet")]
    public async Task<IActionResult> Set(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reference/{version}")] HttpRequest request, string version, CancellationToken cancellationToken) =>
        await store.FindArchiveAsync(version, cancellationToken) is { } archive
            ? new FileContentResult(archive.ToArray(), "application/zip")
            : new NotFoundResult();

    private JsonResult Answer(ReferenceState state) => new(status.Of(state), ReferenceJson.Default.Options);
}
