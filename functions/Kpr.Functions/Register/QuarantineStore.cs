using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Receipts;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Register;

/// <summary>
/// What was not taken: rejected records with their original bytes, sealed, with the findings beside them; a file
/// that was rejected as a whole stands there as it came. Also takes files out of the inbox.
/// </summary>
public sealed partial class QuarantineStore(
    StorageAccounts storage, WorkArea work, PersonListStore persons, PersonSearch search, IKeyRingSource keys, NonceSource nonces, IOptions<SourceLimits> limits,
    ILogger<QuarantineStore> log)
{
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    private readonly BlobContainerClient _incoming = storage.Landing.GetBlobContainerClient(Containers.Incoming);
    private readonly BlobContainerClient _quarantine = storage.Landing.GetBlobContainerClient(Containers.Quarantine);
    private readonly BlobContainerClient _archive = storage.Landing.GetBlobContainerClient(Containers.Archive);

    /// <summary>Stores what a file's outcome rejects.</summary>
    public async Task StoreAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, JudgedFile judged, CancellationToken cancellationToken)
    {
        var folder = Folder(row, address);
        if (judged.Outcome.Status == ReceiptStatus.Rejected)
        {
            // A file that names somebody of whom nothing may be kept is not kept as it came.
            await (judged.NamesWithheld ? Task.CompletedTask : SealAllAsync(row, _quarantine, folder, address.Feed.Layout.Reservable, cancellationToken));
        }
        else
        {
            foreach (var chunk in reading.Chunks.Where(judged.HasQuarantined))
            {
                await StoreChunkAsync(row, address, chunk, judged, $"{folder}/{chunk.Index:D6}.sealed", cancellationToken);
            }
        }

        await _quarantine.GetBlobClient($"{folder}/findings.jsonl").UploadAsync(judged.Findings, overwrite: true, cancellationToken);
    }

    /// <summary>Whether a blob of the quarantine may hold rejected records, one a line, rather than a whole file. A sender's own name for a part can look the same.</summary>
    public static bool HoldsRecords(string blobName) => RecordsForm().IsMatch(blobName);

    [GeneratedRegex(@"/[0-9]{6}\.sealed\z")]
    private static partial Regex RecordsForm();

    /// <summary>Takes a file out of the inbox, if it is still the version that was answered.</summary>
    public async Task TakeOutAsync(FileRow row, AfterCompletion what, CancellationToken cancellationToken)
    {
        if (what == AfterCompletion.Archive)
        {
            await SealAllAsync(row, _archive, Folder(row, row.File().TryAddress(out _)!), ReservedServices.None, cancellationToken);
        }

        if (what != AfterCompletion.Keep)
        {
            await DeleteIncomingAsync(row, cancellationToken);
        }
    }

    /// <summary>Takes out a file that cannot be answered, and keeps it sealed.</summary>
    public async Task RefuseAsync(FileRow row, CancellationToken cancellationToken)
    {
        var services = Feeds.All.Aggregate(ReservedServices.None, (all, feed) => all | feed.Layout.Reservable);
        await SealIncomingAsync(row, row.BlobName, row.BlobETag, _quarantine, $"refused/{row.PartitionKey}.sealed", services, cancellationToken);
        await DeleteIncomingAsync(row, cancellationToken);
    }

    private static string Folder(FileRow row, IncomingFile.Address address) => $"{address.Feed.Name}/{address.Sender}/{row.Delivery}";

    // The file last: while it is there, all is done again by whoever finds it.
    private async Task DeleteIncomingAsync(FileRow row, CancellationToken cancellationToken)
    {
        foreach (var (_, blobName, etag) in DeliveryFolder.Parts(row))
        {
            await DeleteIncomingAsync(row, blobName, etag, cancellationToken);
        }

        await DeleteIncomingAsync(row, row.BlobName, row.BlobETag, cancellationToken);
    }

    private async Task DeleteIncomingAsync(FileRow row, string blobName, string etag, CancellationToken cancellationToken)
    {
        try
        {
            await _incoming.GetBlobClient(blobName).DeleteIfExistsAsync(
                DeleteSnapshotsOption.None, new BlobRequestConditions { IfMatch = new ETag(etag) }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == PreconditionFailed)
        {
            Log.FileOverwritten(log, row.PartitionKey);
        }
    }

    // Names beside a manifest are the sender's, and may hold anything.
    private async Task SealAllAsync(FileRow row, BlobContainerClient container, string folder, ReservedServices services, CancellationToken cancellationToken)
    {
        foreach (var (name, blobName, etag) in DeliveryFolder.Parts(row))
        {
            await SealIncomingAsync(row, blobName, etag, container, $"{folder}/{IdentityMask.Apply(name).Replace('*', 'x')}.sealed", services, cancellationToken);
        }

        await SealIncomingAsync(row, row.BlobName, row.BlobETag, container, $"{folder}/file.sealed", services, cancellationToken);
    }

    private async Task SealIncomingAsync(
        FileRow row, string blobName, string etag, BlobContainerClient container, string name, ReservedServices services, CancellationToken cancellationToken)
    {
        try
        {
            if (container == _quarantine && await NamesAnybodyAsync(blobName, etag, services, cancellationToken))
            {
                return;
            }

            var pinned = new BlobOpenReadOptions(allowModifications: false) { Conditions = new BlobRequestConditions { IfMatch = new ETag(etag) } };
            await using var content = await _incoming.GetBlobClient(blobName).OpenReadAsync(pinned, cancellationToken);
            await using var spool = Spool();
            await SealedStream.SealAsync(content, spool, name, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
            spool.Position = 0;
            await container.GetBlobClient(name).UploadAsync(spool, overwrite: true, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is PreconditionFailed or NotFound)
        {
            // Taken out by an earlier try, or overwritten by its sender meanwhile: the new version has a claim of its own.
            Log.FileOverwritten(log, row.PartitionKey);
        }
    }

    // What is refused before its records are known may name anybody.
    private async Task<bool> NamesAnybodyAsync(string blobName, string etag, ReservedServices services, CancellationToken cancellationToken)
    {
        var index = await persons.GetAsync(cancellationToken);
        if (index.IsEmpty)
        {
            return false;
        }

        var pinned = new BlobOpenReadOptions(allowModifications: false) { Conditions = new BlobRequestConditions { IfMatch = new ETag(etag) } };
        await using var content = await _incoming.GetBlobClient(blobName).OpenReadAsync(pinned, cancellationToken);
        return await search.FindsAsync(content, index, services, cancellationToken);
    }

    private async Task StoreChunkAsync(
        FileRow row, IncomingFile.Address address, Chunk chunk, JudgedFile judged, string name, CancellationToken cancellationToken)
    {
        var content = await work.ReadAsync(WorkArea.Content(row.PartitionKey, chunk.Index), cancellationToken);
        using var lines = new MemoryStream();
        using (var source = SourceContent.Open(content.ToStream(), limits.Value))
        using (var reader = address.Feed.OpenChunk(source, limits.Value))
        {
            var original = new ArrayBufferWriter<byte>();
            while (reader.Read())
            {
                var ordinal = reader.Record.Ordinal + chunk.OrdinalOffset;
                if (judged.IsQuarantined(ordinal))
                {
                    original.ResetWrittenCount();
                    reader.WriteRecord(original);
                    var line = new QuarantineLine(ordinal, reader.Record.Line + chunk.LineOffset, reader.Record.RecordId, original.WrittenSpan.ToArray());
                    JsonSerializer.Serialize(lines, line, StoreJson.Default.QuarantineLine);
                    lines.WriteByte((byte)'\n');
                }
            }
        }

        lines.Position = 0;
        using var sealedLines = new MemoryStream();
        await SealedStream.SealAsync(lines, sealedLines, name, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
        sealedLines.Position = 0;
        await _quarantine.GetBlobClient(name).UploadAsync(sealedLines, overwrite: true, cancellationToken);
    }

    private static FileStream Spool() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
