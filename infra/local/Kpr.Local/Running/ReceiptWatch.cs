using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Receipts;
using Kpr.Functions.Azure;

namespace Kpr.Local.Running;

/// <summary>Sees receipts as they are written.</summary>
/// <param name="landing">The account that files land in.</param>
internal sealed class ReceiptWatch(BlobServiceClient landing)
{
    private readonly BlobContainerClient _receipts = landing.GetBlobContainerClient(Containers.Receipts);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The receipts that were not there at the last look, with their addresses.</summary>
    /// <param name="prefix">Beginning of the addresses.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<IReadOnlyList<(string Address, Receipt Receipt)>> LookAsync(string prefix, CancellationToken cancellationToken)
    {
        var found = new List<(string, Receipt)>();
        await foreach (var blob in _receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal) && _seen.Add(blob.Name))
            {
                var content = (await _receipts.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content;
                found.Add((blob.Name, JsonSerializer.Deserialize(content, ReceiptJson.Indented.Receipt)!));
            }
        }

        return found;
    }
}
