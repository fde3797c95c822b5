using Kpr.Functions.Applications.Attachments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>PUT /api/cases/{id}/attachments/{attachment}: a file; it counts when it is scanned.</summary>
public sealed class PutAttachment(UploadAttachment upload)
{
    /// <summary>Answers.</summary>
    [Function(nameof(PutAttachment))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{id}/attachments/{attachment}")] HttpRequest request, string id, string attachment, CancellationToken cancellationToken) =>
        upload.RunAsync(request, id, attachment, cancellationToken);
}
