using Kpr.Functions.Applications.Attachments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/cases/{id}/attachments/{attachment}: the file, once its scan found nothing.</summary>
public sealed class GetAttachment(AttachmentReads reads)
{
    /// <summary>Answers.</summary>
    [Function(nameof(GetAttachment))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/attachments/{attachment}")] HttpRequest request, string id, string attachment, CancellationToken cancellationToken) =>
        reads.FileAsync(request, id, attachment, cancellationToken);
}
