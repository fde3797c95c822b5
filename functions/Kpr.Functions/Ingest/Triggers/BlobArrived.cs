using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Door one: the blob trigger (Event Grid source in Azure, listing on one machine).</summary>
public sealed class BlobArrived(ReceiveFile receive, ILogger<BlobArrived> log)
{
    private const int NotFound = 404;

    /// <summary>Takes in a blob that has landed.</summary>
    [Function(nameof(BlobArrived))]
    public async Task Run(
        [BlobTrigger("incoming/{name}", Source = BlobTriggerSource.EventGrid, Connection = "Landing")] BlobClient blob,
        CancellationToken cancellationToken)
    {
        if (await FindETagAsync(blob, cancellationToken) is { } etag)
        {
            await receive.RunAsync(IncomingFile.Of(blob.Name, etag), cancellationToken);
        }
        else
        {
            Log.BlobGone(log);
        }
    }

    private static async Task<string?> FindETagAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }
}
