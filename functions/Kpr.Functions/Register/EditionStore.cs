using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Register;

/// <summary>
/// The editions of deliveries that supersede each other: one small blob each, written before anything of it counts. Of
/// two that complete at the same time, the one that wrote last sees both; it tells the partitions of both, and what is
/// told to a manifest only adds up.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class EditionStore(StorageAccounts storage)
{
    private const int Conflict = 409;

    private readonly BlobContainerClient _register = storage.Register.GetBlobContainerClient(Containers.Register);

    /// <summary>Keeps the edition of a file, when it is one.</summary>
    /// <returns>Its family as it is known now, and the partitions that hold records of the family beside the file's own.</returns>
    public async Task<(IReadOnlyList<Edition> Family, IReadOnlyList<string> Others)> StoreAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, ReceiptStatus status, IReadOnlyList<string> partitions, CancellationToken cancellationToken)
    {
        // A file that bears the id of another says nothing about that id.
        if (reading.Edition is not { } edition || row.Seen == Replay.OtherContent)
        {
            return ([], []);
        }

        var folder = $"{address.Feed.Layout.Folder}/editions/{address.Sender}/";
        edition = edition with { Sender = address.Sender, IsAccepted = status != ReceiptStatus.Rejected };
        await CreateAsync($"{folder}{edition.Id}.json", new EditionRecord(edition, partitions), cancellationToken);
        var known = new List<EditionRecord>();
        await foreach (var blob in _register.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
        {
            var content = (await _register.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content;
            known.Add(JsonSerializer.Deserialize(content, RegisterJson.Indented.EditionRecord)!);
        }

        var family = Editions.FamilyOf(edition, [.. known.Select(record => record.Edition)]);
        var ids = family.Select(one => one.Id).ToHashSet();
        return (family, [.. known.Where(record => ids.Contains(record.Edition.Id)).SelectMany(record => record.Partitions).Except(partitions).Order(StringComparer.Ordinal)]);
    }

    private async Task CreateAsync(string name, EditionRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await _register.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(record, RegisterJson.Indented.EditionRecord)),
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                },
                cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            // Written by an earlier try.
        }
    }
}
