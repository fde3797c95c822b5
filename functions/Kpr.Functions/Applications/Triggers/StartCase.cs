using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>POST /api/cases: a new application.</summary>
public sealed class StartCase(WriteCase write)
{
    /// <summary>Answers.</summary>
    [Function(nameof(StartCase))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases")] HttpRequest request, CancellationToken cancellationToken) =>
        write.StartAsync(request, cancellationToken);
}
