using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Blobs;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Persons;
using Kpr.Functions.Register;

namespace Kpr.Functions.Rehearsals;

/// <summary>Identity and quarantine of a file that is judged again: lines go out of the one and come into the other.</summary>
public sealed class KeptRecords(StorageAccounts storage, SealedBlobs blobs)
{
    // Behind all chunks that a file can have: what came in later lies by itself.
    private const int Later = 900_000;

    private readonly BlobContainerClient _identity = storage.Identity.GetBlobContainerClient(Containers.Identity);
    private readonly BlobContainerClient _quarantine = storage.Landing.GetBlobContainerClient(Containers.Quarantine);

    /// <summary>Changes both.</summary>
    internal async Task ChangeAsync(AnsweredFile file, ChangedRecords records, CancellationToken cancellationToken)
    {
        var identity = $"{file.Feed.Layout.Folder}/{IdentityStore.Name(file.Delivery, Later)}";
        await ChangeAsync(
            _identity, identity, $"{file.Feed.Layout.Folder}/{file.Delivery}/", IdentityStore.SealedAs, IngestJson.Default.IdentityLine, line => line.Ordinal,
            records.Dropped, records.Identities, cancellationToken);
        var quarantine = $"{file.Feed.Name}/{file.Sender}/{file.Delivery}/";
        await ChangeAsync(
            _quarantine, $"{quarantine}{Later:D6}.sealed", quarantine, static name => name, StoreJson.Default.QuarantineLine, line => line.Ordinal,
            records.Taken, records.Originals, cancellationToken);
    }

    private async Task ChangeAsync<T>(
        BlobContainerClient container, string later, string folder, Func<string, string> sealedAs, JsonTypeInfo<T> form, Func<T, long> ordinal,
        HashSet<long> gone, List<T> come, CancellationToken cancellationToken)
    {
        var comes = come.Select(ordinal).ToHashSet();
        foreach (var name in await NamesAsync(container, folder, later, cancellationToken))
        {
            await ChangeOneAsync(
                container.GetBlobClient(name), sealedAs(name), form,
                lines => [.. lines.Where(line => !gone.Contains(ordinal(line)) && !comes.Contains(ordinal(line))), .. name == later ? come : []], cancellationToken);
        }
    }

    private static async Task<IReadOnlyCollection<string>> NamesAsync(BlobContainerClient container, string folder, string later, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { later };
        await foreach (var blob in SealedBlobs.ListAsync(container, cancellationToken))
        {
            if (blob.Name.StartsWith(folder, StringComparison.Ordinal) && (container.Name != Containers.Quarantine || QuarantineStore.HoldsRecords(blob.Name)))
            {
                names.Add(blob.Name);
            }
        }

        return names;
    }

    // By its version: a deletion may go through the same lines.
    private async Task ChangeOneAsync<T>(BlobClient blob, string sealedAs, JsonTypeInfo<T> form, Func<List<T>, List<T>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var opened = new MemoryStream();
            var version = await blobs.OpenAsync(blob, sealedAs, opened, cancellationToken);
            opened.Position = 0;
            using var text = new StreamReader(opened);
            var lines = new List<T>();
            while (await text.ReadLineAsync(cancellationToken) is { } line)
            {
                lines.Add(JsonSerializer.Deserialize(line, form)!);
            }

            var left = change(lines);
            if (left.SequenceEqual(lines) || (left.Count == 0 && version is null)
                || (left.Count == 0 && version is { } known && await SealedBlobs.TryDeleteAsync(blob, known, cancellationToken))
                || (left.Count > 0 && await WriteAsync(blob, sealedAs, form, left, version, cancellationToken)))
            {
                return;
            }
        }
    }

    private async Task<bool> WriteAsync<T>(
        BlobClient blob, string sealedAs, JsonTypeInfo<T> form, List<T> lines, global::Azure.ETag? version, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        foreach (var line in lines)
        {
            await JsonSerializer.SerializeAsync(content, line, form, cancellationToken);
            content.WriteByte((byte)'\n');
        }

        content.Position = 0;
        return await blobs.TryWriteAsync(blob, sealedAs, content, version, cancellationToken);
    }
}
