using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>What has become of files, over HTTP.</summary>
public sealed class Status(FileStatus status, ReceiptStore receipts)
{
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

    /// <summary>GET /api/files/{feed}/{sender}/{name}/{delivery}: a receipt, as JSON or with the ending .txt or .findings.jsonl.</summary>
    [Function("FileReceipt")]
    public async Task<IActionResult> Receipt(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{feed}/{sender}/{name}/{delivery}")] HttpRequest request,
        string feed, string sender, string name, string delivery, CancellationToken cancellationToken) =>
        await receipts.FindAsync($"{feed}/{sender}/{name}/{delivery}", cancellationToken) is { } receipt
            ? new FileContentResult(receipt.Content, receipt.Type)
            : new NotFoundResult();
}
