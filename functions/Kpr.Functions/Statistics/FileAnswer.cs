using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Statistics;

/// <summary>A file, to be kept and not shown by a browser.</summary>
/// <param name="content">The file.</param>
/// <param name="mediaType">Its type.</param>
/// <param name="name">Its name.</param>
public sealed class FileAnswer(byte[] content, string mediaType, string name) : ActionResult
{
    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = mediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        HttpJson.Guard(response);
        return response.Body.WriteAsync(content, context.HttpContext.RequestAborted).AsTask();
    }
}
