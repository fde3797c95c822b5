using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Door one: the blob trigger (Event Grid source in Azure, listing on one machine).</summary>
public sealed class BlobArrived(ReceiveFile receive)
{
    /// <summary>Takes in a blob that has landed.</summary>
    [Function(nameof(BlobArrived))]
    public async Task Run(
        [BlobTrigger("incoming/{name}", Source = BlobTriggerSource.EventGrid, Connection = "Landing")] BlobClient blob,
        CancellationToken cancellationToken)
    {
        var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        await receive.RunAsync(IncomingFile.Of(blob.Name, properties.Value.ETag.ToString()), cancellationToken);
    }
}
