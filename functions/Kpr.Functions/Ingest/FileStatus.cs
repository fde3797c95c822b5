using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>What has become of an uploaded file, for its sender.</summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="ledger">The ledger.</param>
public sealed class FileStatus(StorageAccounts storage, IngestLedger ledger)
{
    /// <summary>What has become of a version of a file.</summary>
    /// <param name="File">Key of the version.</param>
    /// <param name="State">How far it has come.</param>
    /// <param name="ReceivedAt">When it was claimed (UTC).</param>
    /// <param name="Chunks">Number of chunks; null while it is being read.</param>
    /// <param name="ChunksJudged">Number of chunks judged.</param>
    /// <param name="Receipt">Address of the receipt; null until it is there.</param>
    /// <param name="Reason">Why it failed or was refused; null otherwise.</param>
    /// <param name="Trace">Trace id of its way through the system (W3C, 32 hexadecimal digits); null when it was not traced.</param>
    public sealed record Answer(
        string File, FileState State, DateTime ReceivedAt, int? Chunks, int ChunksJudged, string? Receipt, string? Reason, string? Trace);

    /// <summary>The status of a version by its key; null when there is none.</summary>
    public async Task<Answer?> FindAsync(string file, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(file, cancellationToken) is not { } row)
        {
            return null;
        }

        var judged = row.State == FileState.Validating ? (await ledger.ChunksAsync(file, cancellationToken)).Count : row.IsOnHold || row.State == FileState.Completed ? row.Chunks : 0;
        return new Answer(
            file, row.State, row.ReceivedAt.UtcDateTime, row.State == FileState.Receiving ? null : row.Chunks, judged,
            row.Receipt.Length == 0 ? null : row.Receipt, row.Reason.Length == 0 ? null : row.Reason,
            ActivityContext.TryParse(row.Trace, null, out var trace) ? trace.TraceId.ToHexString() : null);
    }

    /// <summary>The receipts of a sender in a feed, by address.</summary>
    public async IAsyncEnumerable<string> ReceiptsAsync(
        string feed, string sender, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var receipts = storage.Landing.GetBlobContainerClient(Containers.Receipts);
        await foreach (var blob in receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{feed}/{sender}/", cancellationToken))
        {
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                yield return blob.Name;
            }
        }
    }
}
