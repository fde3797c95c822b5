using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Operations.Triggers;

/// <summary>GET /api/health: whether the app has all it needs. Without a key, for the platform and the smoke test; it names resources, nothing else.</summary>
public sealed class Health(Readiness readiness)
{
    /// <summary>200 when the app lacks nothing, 503 with what is missing otherwise.</summary>
    [Function(nameof(Health))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var answer = await readiness.CheckAsync(cancellationToken);
        return new JsonResult(answer, OperationsJson.Default.Options)
        {
            StatusCode = answer.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        };
    }
}
