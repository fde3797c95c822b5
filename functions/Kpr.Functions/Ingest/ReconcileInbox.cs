using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>Finds files that lie in the inbox without a claim: an event was lost. Tells of them again.</summary>
public sealed class ReconcileInbox(
    StorageAccounts storage, IngestLedger ledger, ReplayFile replay, TimeProvider clock, IOptions<IngestOptions> options, ILogger<ReconcileInbox> log)
{
    /// <summary>Compares the inbox with the ledger.</summary>
    /// <returns>Number of files told of again.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var found = 0;
        var before = clock.GetUtcNow() - options.Value.ReconcileAfter;
        var inbox = storage.Landing.GetBlobContainerClient(Containers.Incoming);
        await foreach (var blob in inbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            if (blob.Properties.LastModified > before || blob.Properties.ETag is not { } etag)
            {
                continue;
            }

            var file = IncomingFile.Of(blob.Name, etag.ToString());
            if (await ledger.FindAsync(file.Key, cancellationToken) is null)
            {
                await replay.TellOfAsync(file, cancellationToken);
                found++;
            }
        }

        Log.Reconciled(log, found);
        return found;
    }
}
