using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Extracts.Http;

/// <summary>An encrypted file as an answer: whole, never a part, for what is counted is whole files.</summary>
internal static class OpenedFile
{
    /// <summary>The answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="content">The file; closed with the answer.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="name">Its name.</param>
    public static IActionResult Of(HttpRequest request, Stream content, long bytes, string name)
    {
        var response = request.HttpContext.Response;
        HttpJson.Guard(response);
        response.Headers.AcceptRanges = "none";
        response.ContentLength = bytes;
        return new FileStreamResult(content, "application/octet-stream") { FileDownloadName = name };
    }
}
