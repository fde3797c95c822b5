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

    /// <summary>Stores the identities of a file's stored records.</summary>
    public async Task StoreAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, JudgedFile judged, CancellationToken cancellationToken)
    {
        foreach (var chunk in reading.Chunks)
        {
            if (await SealedAsync(row, chunk, judged, cancellationToken) is { } content)
            {
                var name = $"{address.Feed.Layout.Folder}/{Name(row.Delivery, chunk.Index)}";
                await _identity.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);
            }
        }
    }

    private async Task<byte[]?> SealedAsync(FileRow row, Chunk chunk, JudgedFile judged, CancellationToken cancellationToken)
    {
        var name = Name(row.Delivery, chunk.Index);
        var all = await work.FindBytesAsync(WorkArea.Identities(row.PartitionKey, chunk.Index), cancellationToken);
        if (all is null || !judged.HasDropped(chunk))
        {
            return all;
        }

        using var opened = new MemoryStream();
        using var sealedAll = new MemoryStream(all);
        await SealedStream.OpenAsync(sealedAll, opened, name, await keys.GetAsync(cancellationToken), cancellationToken);
        opened.Position = 0;
        using var kept = new MemoryStream();
        using var lines = new StreamReader(opened);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var identity = JsonSerializer.Deserialize(line, IngestJson.Default.IdentityLine)!;
            if (judged.IsStored(identity.Ordinal))
            {
                await JsonSerializer.SerializeAsync(kept, identity, IngestJson.Default.IdentityLine, cancellationToken);
                kept.WriteByte((byte)'\n');
            }
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
