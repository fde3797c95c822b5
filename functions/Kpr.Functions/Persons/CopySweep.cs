using System.IO.Pipelines;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Persons;

/// <summary>
/// Goes through what is kept as it came: rejected records in quarantine, files that were rejected as a whole, and the archive. A record of a
/// person in question is taken out; a copy of a whole file that names the person is deleted as a whole. Nothing in the register leans on it, and
/// its sender has it.
/// </summary>
public sealed class CopySweep(StorageAccounts storage, SealedBlobs blobs, PersonSearch search, IKeyRingSource keys)
{
    /// <summary>Goes through quarantine and archive.</summary>
    /// <returns>Number of records taken out and copies deleted.</returns>
    public async Task<long> RunAsync(PersonIndex index, CancellationToken cancellationToken)
    {
        var things = 0L;
        if (index.IsEmpty)
        {
            return things;
        }

        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        foreach (var container in (string[])[Containers.Quarantine, Containers.Archive])
        {
            await foreach (var blob in SealedBlobs.ListAsync(storage.Landing.GetBlobContainerClient(container), cancellationToken))
            {
                var services = ReservableIn(blob.Name);
                bool Concerns(string word) => marks.AllOf(word).Any(mark => index.Concerns(mark, services));
                things += (container == Containers.Quarantine && QuarantineStore.HoldsRecords(blob.Name) ? await TakeOutAsync(blob, Concerns, cancellationToken) : null)
                    ?? await DeleteAsync(blob, index, services, cancellationToken);
            }
        }

        return things;
    }

    // The feed stands first in the name; files that nobody could be answered for have none, and may be of any.
    private static ReservedServices ReservableIn(string name) => Feeds.Find(name[..name.IndexOf('/', StringComparison.Ordinal)]) is { } feed
        ? feed.Layout.Reservable
        : Feeds.All.Aggregate(ReservedServices.None, (all, one) => all | one.Layout.Reservable);

    private static QuarantineLine? RecordOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StoreJson.Default.QuarantineLine) is { Content: not null } record ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null when the blob holds no records after all.
    private async Task<long?> TakeOutAsync(BlobClient blob, Func<string, bool> concerns, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var opened = new MemoryStream();
            if (await blobs.OpenAsync(blob, blob.Name, opened, cancellationToken) is not { } version)
            {
                return 0;
            }

            opened.Position = 0;
            using var text = new StreamReader(opened);
            using var left = new MemoryStream();
            var taken = 0L;
            while (await text.ReadLineAsync(cancellationToken) is { } line)
            {
                if (RecordOf(line) is not { } record)
                {
                    return null;
                }

                if (TracingStream.Finds(record.Content, concerns))
                {
                    taken++;
                    continue;
                }

                JsonSerializer.Serialize(left, record, StoreJson.Default.QuarantineLine);
                left.WriteByte((byte)'\n');
            }

            left.Position = 0;
            if (taken == 0 || (left.Length == 0 ? await SealedBlobs.TryDeleteAsync(blob, version, cancellationToken)
                : await blobs.TryWriteAsync(blob, blob.Name, left, version, cancellationToken)))
            {
                return taken;
            }
        }
    }

    private async Task<long> DeleteAsync(BlobClient blob, PersonIndex index, ReservedServices services, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var opening = OpenAsync(blob, pipe.Writer, cancellationToken);
        bool found;
        await using (var open = pipe.Reader.AsStream())
        {
            found = await search.FindsAsync(open, index, services, cancellationToken);
        }

        return await opening is { } version && found && await SealedBlobs.TryDeleteAsync(blob, version, cancellationToken) ? 1 : 0;
    }

    // The reader sees the end whatever happens; what happened is seen by who awaits this.
    private async Task<ETag?> OpenAsync(BlobClient blob, PipeWriter into, CancellationToken cancellationToken)
    {
        try
        {
            await using var target = into.AsStream(leaveOpen: true);
            return await blobs.OpenAsync(blob, blob.Name, target, cancellationToken);
        }
        finally
        {
            await into.CompleteAsync();
        }
    }
}
