using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Register;

/// <summary>
/// The identity of stored records, sealed, in an account of its own: only the intake writes it, and only
/// re-identification, with its own role, may read it.
/// </summary>
public sealed class IdentityStore(StorageAccounts storage, WorkArea work, IKeyRingSource keys, NonceSource nonces)
{
    private readonly BlobContainerClient _identity = storage.Identity.GetBlobContainerClient(Containers.Identity);

    /// <summary>Name of a delivery's identities, chunk by chunk.</summary>
    public static string Name(string delivery, int chunk) => $"{delivery}/{chunk:D6}.sealed";

    /// <summary>The name that a blob of the container is sealed under: <see cref="Name"/>, without the folder of the feed before it.</summary>
    public static string SealedAs(string blobName) => blobName[(blobName.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Stores the identities of a file's stored records.</summary>
    /// <param name="row">The file.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="reading">What reading it told.</param>
    /// <param name="judged">What became of its records.</param>
    /// <param name="persons">The persons of its records, where another file tells them; null where the records themselves do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task StoreAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, JudgedFile judged, ReportedPersons? persons, CancellationToken cancellationToken)
    {
        await StoreWithoutKeyAsync(row, address, judged, persons?.WithoutKey ?? [], cancellationToken);
        foreach (var chunk in reading.Chunks)
        {
            if (await SealedAsync(row, chunk, judged, cancellationToken) is { } content)
            {
                var name = $"{address.Feed.Layout.Folder}/{Name(row.Delivery, chunk.Index)}";
                await _identity.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);
            }
        }
    }

    // Rows whose person has no key are found by these; the others by their keys. Such a file has no identities of its own.
    private async Task StoreWithoutKeyAsync(
        FileRow row, IncomingFile.Address address, JudgedFile judged, IReadOnlyList<IdentityLine> withoutKey, CancellationToken cancellationToken)
    {
        var name = Name(row.Delivery, 0);
        if (await SealAsync(withoutKey.Where(line => judged.IsStored(line.Ordinal)), name, cancellationToken) is { } content)
        {
            await _identity.GetBlobClient($"{address.Feed.Layout.Folder}/{name}").UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);
        }
    }

    /// <summary>The identities of a chunk in the work area, opened.</summary>
    /// <param name="file">Key of the file.</param>
    /// <param name="delivery">Its delivery.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<IdentityLine>> ReadWorkAsync(string file, string delivery, int chunk, CancellationToken cancellationToken)
    {
        var content = await work.FindBytesAsync(WorkArea.Identities(file, chunk), cancellationToken);
        return content is null ? [] : await OpenAsync(content, Name(delivery, chunk), cancellationToken);
    }

    private async Task<List<IdentityLine>> OpenAsync(byte[] content, string name, CancellationToken cancellationToken)
    {
        using var opened = new MemoryStream();
        using var sealedLines = new MemoryStream(content);
        await SealedStream.OpenAsync(sealedLines, opened, name, await keys.GetAsync(cancellationToken), cancellationToken);
        opened.Position = 0;
        using var text = new StreamReader(opened);
        var lines = new List<IdentityLine>();
        while (await text.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(JsonSerializer.Deserialize(line, IngestJson.Default.IdentityLine)!);
        }

        return lines;
    }

    private async Task<byte[]?> SealedAsync(FileRow row, Chunk chunk, JudgedFile judged, CancellationToken cancellationToken)
    {
        var name = Name(row.Delivery, chunk.Index);
        var all = await work.FindBytesAsync(WorkArea.Identities(row.PartitionKey, chunk.Index), cancellationToken);
        if (all is null || !judged.HasDropped(chunk))
        {
            return all;
        }

        var lines = await OpenAsync(all, name, cancellationToken);
        return await SealAsync(lines.Where(line => judged.IsStored(line.Ordinal)), name, cancellationToken);
    }

    // Null when there is nothing.
    private async Task<byte[]?> SealAsync(IEnumerable<IdentityLine> lines, string name, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        foreach (var line in lines)
        {
            await JsonSerializer.SerializeAsync(kept, line, IngestJson.Default.IdentityLine, cancellationToken);
            kept.WriteByte((byte)'\n');
        }

        if (kept.Length == 0)
        {
            return null;
        }

        kept.Position = 0;
        using var sealedKept = new MemoryStream();
        await SealedStream.SealAsync(kept, sealedKept, name, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
        return sealedKept.ToArray();
    }
}
