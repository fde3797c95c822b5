using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>New keys, over HTTP.</summary>
public sealed class KeysHttp(RotateKeys rotate)
{
    /// <summary>POST /api/keys/rotate: begins a change of keys, or goes on with one. 200 when nothing is left under an older key, 202 when the new one does not seal yet.</summary>
    [Function("KeysRotate")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "keys/rotate")] HttpRequest request, CancellationToken cancellationToken)
    {
        var answer = await rotate.RunAsync("operator", cancellationToken);
        return new JsonResult(answer, PersonsJson.Default.Options)
        {
            StatusCode = answer.State == KeyRotationState.Done ? StatusCodes.Status200OK : StatusCodes.Status202Accepted,
        };
    }
}
