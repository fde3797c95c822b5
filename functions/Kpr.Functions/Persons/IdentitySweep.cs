using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register;

namespace Kpr.Functions.Persons;

/// <summary>Goes through the identity part: finds the records without person key, and takes out the lines of deleted persons.</summary>
public sealed class IdentitySweep(StorageAccounts storage, SealedBlobs blobs, IKeyRingSource keys)
{
    private readonly BlobContainerClient _identity = storage.Identity.GetBlobContainerClient(Containers.Identity);

    /// <summary>Finds by identity what cannot be found by person key.</summary>
    public async Task<FoundIdentities> FindAsync(PersonIndex index, CancellationToken cancellationToken)
    {
        if (index.IsEmpty)
        {
            return FoundIdentities.None;
        }

        var withoutKey = new Dictionary<(string, string, long), string>();
        var records = new HashSet<(string, string, Guid)>();
        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        await foreach (var blob in SealedBlobs.ListAsync(_identity, cancellationToken))
        {
            var parts = blob.Name.Split('/');
            foreach (var line in (await ReadAsync(blob, cancellationToken)).Lines.Where(line => line is { PersonKey: null } or { Record: not null }))
            {
                var mark = marks.Of(line.PersonKey, line.Number);
                if (line.PersonKey is null && (index.IsErased(mark) || index.Reserved(mark) != ReservedServices.None))
                {
                    withoutKey[(parts[0], parts[1], line.Ordinal)] = mark;
                }

                if (line.Record?.Split('/') is [var sender, var id] && IsErased(line, index, marks))
                {
                    records.Add((parts[0], sender, Guid.Parse(id)));
                }
            }
        }

        return new FoundIdentities(withoutKey, records);
    }

    /// <summary>Takes out the lines of deleted persons.</summary>
    /// <returns>Number of lines taken out.</returns>
    public async Task<long> RunAsync(PersonIndex index, CancellationToken cancellationToken)
    {
        var taken = 0L;
        if (index.IsEmpty)
        {
            return taken;
        }

        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        await foreach (var blob in SealedBlobs.ListAsync(_identity, cancellationToken))
        {
            taken += await TakeOutAsync(blob, index, marks, cancellationToken);
        }

        return taken;
    }

    private static bool IsErased(IdentityLine line, PersonIndex index, PersonMarks marks) =>
        index.IsErased(marks.Of(line.PersonKey, line.Number)) || index.IsErased(marks.Of(null, line.Number));

    private async Task<long> TakeOutAsync(BlobClient blob, PersonIndex index, PersonMarks marks, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (lines, version) = await ReadAsync(blob, cancellationToken);
            var left = lines.Where(line => !IsErased(line, index, marks)).ToList();
            if (version is not { } known || left.Count == lines.Count)
            {
                return 0;
            }

            using var content = new MemoryStream();
            foreach (var line in left)
            {
                JsonSerializer.Serialize(content, line, IngestJson.Default.IdentityLine);
                content.WriteByte((byte)'\n');
            }

            content.Position = 0;
            if (left.Count == 0 ? await SealedBlobs.TryDeleteAsync(blob, known, cancellationToken)
                : await blobs.TryWriteAsync(blob, IdentityStore.SealedAs(blob.Name), content, known, cancellationToken))
            {
                return lines.Count - left.Count;
            }
        }
    }

    private async Task<(List<IdentityLine> Lines, global::Azure.ETag? Version)> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        using var opened = new MemoryStream();
        var version = await blobs.OpenAsync(blob, IdentityStore.SealedAs(blob.Name), opened, cancellationToken);
        opened.Position = 0;
        using var text = new StreamReader(opened);
        var lines = new List<IdentityLine>();
        while (await text.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(JsonSerializer.Deserialize(line, IngestJson.Default.IdentityLine)!);
        }

        return (lines, version);
    }
}
