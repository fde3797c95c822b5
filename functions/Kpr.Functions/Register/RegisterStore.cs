using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Reporting;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Register;

/// <summary>
/// The register without identity: immutable segments, a manifest a partition that says which count, a table
/// schema a feed.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="work">The work area.</param>
/// <param name="editions">The editions of deliveries.</param>
public sealed class RegisterStore(StorageAccounts storage, WorkArea work, EditionStore editions)
{
    private const int Tries = 20;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    private readonly BlobContainerClient _register = storage.Register.GetBlobContainerClient(Containers.Register);

    /// <summary>Stores the accepted records of a file and lets them count, and lets editions that it supersedes count no more.</summary>
    /// <param name="row">The file.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="reading">What reading it told.</param>
    /// <param name="judged">What became of its records.</param>
    /// <param name="persons">Person keys by ordinal, where another file tells them; null where the records themselves do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Figures of what is stored, by period and service.</returns>
    public async Task<IReadOnlyList<Figure>> StoreAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, JudgedFile judged, IReadOnlyDictionary<long, PersonKey>? persons,
        CancellationToken cancellationToken)
    {
        var figures = new FigureTally(address.Feed.Layout);
        var layout = address.Feed.Layout;
        // A report that holds nothing, and says so, has a segment all the same: it replaces an older one.
        var hasRows = judged.Outcome.Counts.Accepted > 0 || reading.Shipment is not null;
        var chunksOf = hasRows ? await PartitionsAsync(row, reading, cancellationToken) : [];
        var segments = new List<(string Partition, Segment Segment)>();
        if (hasRows)
        {
            await WriteSchemaAsync(layout, cancellationToken);
        }

        foreach (var (partition, chunks) in chunksOf)
        {
            if (await WriteSegmentAsync(row, address, reading, partition, chunks, judged, persons, figures, cancellationToken) is { } segment)
            {
                segments.Add((partition, segment with { SerialNumber = reading.SerialNumber }));
            }
        }

        var (family, others) = await editions.StoreAsync(
            row, address, reading, judged.Outcome.Status, [.. segments.Select(pair => $"{layout.Folder}/{pair.Partition}")], cancellationToken);
        foreach (var (partition, segment) in segments)
        {
            await ChangeAsync($"{layout.Folder}/{partition}", manifest => manifest.With(segment).Knowing(family), cancellationToken);
        }

        foreach (var partition in others)
        {
            await ChangeAsync(partition, manifest => manifest.Knowing(family), cancellationToken);
        }

        return figures.Figures;
    }

    /// <summary>Lets a segment count.</summary>
    public Task AddAsync(string partition, Segment segment, CancellationToken cancellationToken) =>
        ChangeAsync(partition, manifest => manifest.With(segment), cancellationToken);

    /// <summary>Lets a segment that was written anew count in the place of another, if that is still there.</summary>
    public Task ReplaceAsync(string partition, Segment old, Segment next, CancellationToken cancellationToken) =>
        ChangeAsync(partition, manifest => manifest.Replacing(old, next) ?? manifest, cancellationToken);

    /// <summary>The manifest of a partition; null when the partition has none.</summary>
    public async Task<PartitionManifest?> FindManifestAsync(string partition, CancellationToken cancellationToken) =>
        (await ReadManifestAsync(partition, cancellationToken)).Manifest;

    private async Task<SortedDictionary<string, List<(Chunk Chunk, PartitionRows Rows)>>> PartitionsAsync(FileRow row, FileReading reading, CancellationToken cancellationToken)
    {
        var partitions = new SortedDictionary<string, List<(Chunk Chunk, PartitionRows Rows)>>(StringComparer.Ordinal);
        if (reading.Shipment is { Shipment: CareReportShipment.Professional } report)
        {
            partitions.Add(CareReportLayout.PartitionOf(report.Year, report.Municipality), []);
        }

        foreach (var chunk in reading.Chunks)
        {
            var result = await work.ReadAsync(WorkArea.Result(row.PartitionKey, chunk.Index), IngestJson.Default.ChunkResult, cancellationToken);
            foreach (var rows in result.Partitions)
            {
                if (!partitions.TryGetValue(rows.Partition, out var chunks))
                {
                    partitions.Add(rows.Partition, chunks = []);
                }

                chunks.Add((chunk, rows));
            }
        }

        return partitions;
    }

    private async Task<Segment?> WriteSegmentAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, string partition, List<(Chunk Chunk, PartitionRows Rows)> chunks, JudgedFile judged,
        IReadOnlyDictionary<long, PersonKey>? persons, FigureTally figures, CancellationToken cancellationToken)
    {
        var layout = address.Feed.Layout;
        await using var content = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        var segment = new SegmentWriter(content, layout);
        foreach (var (chunk, all) in chunks)
        {
            var block = (await work.ReadAsync(WorkArea.Rows(row.PartitionKey, chunk.Index, partition), cancellationToken)).ToArray();
            if (judged.HasDropped(chunk))
            {
                (block, _) = SegmentRows.Without(block, ordinal => !judged.IsStored(ordinal), values => figures.Add(partition, values));
            }
            else
            {
                figures.Add(all.Figures);
            }

            segment.Append(persons is null ? block : SegmentRows.WithPersons(block, persons));
        }

        var rows = segment.Finish();
        if (rows == 0 && reading.Shipment is null)
        {
            return null;
        }

        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        var name = SegmentName.Of(row.Delivery);
        await _register.GetBlobClient($"{layout.Folder}/{partition}/{name}").UploadAsync(content, overwrite: true, cancellationToken);
        return new Segment(name, row.Delivery, address.Sender, row.ReceivedAt.UtcDateTime, rows, sha256, reading.Edition?.Id);
    }

    private Task<bool> WriteSchemaAsync(RegisterLayout layout, CancellationToken cancellationToken) =>
        CreateAsync($"{layout.Folder}/schema.json", TableSchema.Of(layout), RegisterJson.Indented.TableSchema, null, cancellationToken);

    private async Task ChangeAsync(string partition, Func<PartitionManifest, PartitionManifest> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (manifest, etag) = await ReadManifestAsync(partition, cancellationToken);
            var next = change(manifest ?? new PartitionManifest(partition, []));
            if (ReferenceEquals(next, manifest)
                || await CreateAsync(Address(partition), next, RegisterJson.Indented.PartitionManifest, etag, cancellationToken))
            {
                return;
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException($"The manifest of {partition} was changed by others {Tries} times in a row.");
            }
        }
    }

    private async Task<(PartitionManifest? Manifest, ETag? ETag)> ReadManifestAsync(string partition, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _register.GetBlobClient(Address(partition)).DownloadContentAsync(cancellationToken);
            return (JsonSerializer.Deserialize(found.Value.Content, RegisterJson.Indented.PartitionManifest), found.Value.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return (null, null);
        }
    }

    // Writes when the blob is as it was: absent, or of the ETag. False when it is not.
    private async Task<bool> CreateAsync<T>(string name, T content, JsonTypeInfo<T> form, ETag? etag, CancellationToken cancellationToken)
    {
        var conditions = etag is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await _register.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content, form)),
                new BlobUploadOptions { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }

    private static string Address(string partition) => $"{partition}/manifest.json";
}
