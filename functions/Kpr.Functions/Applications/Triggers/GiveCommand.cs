using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>POST /api/cases/{id}/{command}: something that somebody wants done in a case.</summary>
public sealed class GiveCommand(WriteCase write)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GiveCommand))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases/{id}/{command}")] HttpRequest request, string id, string command, CancellationToken cancellationToken) =>
        write.CommandAsync(request, id, command, cancellationToken);
}
