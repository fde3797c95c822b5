using Kpr.Core.Cases.Content;
using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>Hands out attachments: only to those who may read the case, only what was found clean, and never for a browser to show.</summary>
/// <param name="read">Who may, and the audit log.</param>
/// <param name="files">The files.</param>
public sealed class AttachmentReads(ReadCase read, AttachmentFiles files)
{
    /// <summary>The file.</summary>
    public Task<IActionResult> FileAsync(HttpRequest request, string id, string attachment, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "attachment", async (state, _) =>
        {
            if (state.Attachments.FirstOrDefault(file => file.Id == attachment) is not { } file)
            {
                return null;
            }

            if (file.Scan != ScanResult.Clean)
            {
                return ProblemResult.Of(Problems.FileHeld);
            }

            if (await files.OpenAsync(id, file.Sha256, cancellationToken) is not { } content)
            {
                return null;
            }

            HttpJson.Guard(request.HttpContext.Response);
            return new FileStreamResult(content, file.MediaType) { FileDownloadName = file.FileName };
        }, cancellationToken);

    /// <summary>What the scan said.</summary>
    public Task<IActionResult> StatusAsync(HttpRequest request, string id, string attachment, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "attachment-status", (state, _) => state.Attachments.FirstOrDefault(file => file.Id == attachment), cancellationToken);
}
