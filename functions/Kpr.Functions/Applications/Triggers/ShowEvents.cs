using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/events: the events as they are stored, with their hash chain; for the unit, its control and the appeal body.</summary>
public sealed class ShowEvents(CaseReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowEvents))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/events")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        reads.EventsAsync(request, id, cancellationToken);
}
