using Kpr.Core.Receipts.Pages;
using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>What has become of files, over HTTP.</summary>
public sealed class Status(FileStatus status, ReceiptStore receipts)
{
    private const string Html = "text/html";

    /// <summary>GET /api/files/{file}: the status of a version by its key.</summary>
    [Function("FileStatus")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{file}")] HttpRequest request, string file, CancellationToken cancellationToken) =>
        await status.FindAsync(file, cancellationToken) is { } answer
            ? new JsonResult(answer, IngestJson.Default.Options)
            : new NotFoundResult();

    /// <summary>GET /api/files/{feed}/{sender}: addresses of the sender's receipts.</summary>
    [Function("FileReceipts")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{feed}/{sender}")] HttpRequest request, string feed, string sender, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var name in status.ReceiptsAsync(feed, sender, cancellationToken))
        {
            names.Add(name);
        }

        return new OkObjectResult(names);
    }

    /// <summary>
    /// GET /api/files/{feed}/{sender}/{name}/{delivery}: a receipt, as JSON, or as a page where the request asks for HTML
    /// first; with the ending .html, .txt, .apprec.xml or .findings.jsonl that part of it.
    /// </summary>
    [Function("FileReceipt")]
    public async Task<IActionResult> Receipt(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{feed}/{sender}/{name}/{delivery}")] HttpRequest request,
        string feed, string sender, string name, string delivery, CancellationToken cancellationToken)
    {
        var address = $"{feed}/{sender}/{name}/{delivery}";
        var wanted = !delivery.Contains('.', StringComparison.Ordinal) && WantsPage(request) ? $"{address}.html" : address;
        if (await receipts.FindAsync(wanted, cancellationToken) is not { } receipt)
        {
            return new NotFoundResult();
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.Accept;
        headers.ContentSecurityPolicy = receipt.Type.StartsWith(Html, StringComparison.Ordinal) ? PageStyle.Policy : "default-src 'none'";
        return new FileContentResult(receipt.Content, receipt.Type);
    }

    // A browser names HTML before everything else; who takes anything gets JSON.
    private static bool WantsPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double QualityOf(string type) => accepted.Where(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(range => range.Quality ?? 1).DefaultIfEmpty(0).Max();
        return QualityOf(Html) > QualityOf("application/json");
    }
}
