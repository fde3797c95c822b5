using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/disclosures: the disclosure ledger of a year.</summary>
public sealed class ListDisclosures(Disclosures disclosures)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ListDisclosures))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "disclosures")] HttpRequest request, CancellationToken cancellationToken) =>
        disclosures.ListAsync(request, cancellationToken);
}
