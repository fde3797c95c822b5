using Kpr.Functions.Applications.Attachments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/attachments/{attachment}/status: what the scan said.</summary>
public sealed class GetAttachmentStatus(AttachmentReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetAttachmentStatus))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/attachments/{attachment}/status")] HttpRequest request, string id, string attachment, CancellationToken cancellationToken) =>
        reads.StatusAsync(request, id, attachment, cancellationToken);
}
