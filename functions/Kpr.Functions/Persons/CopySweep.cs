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
    private const int GuidLength = 36;

    private static readonly string[] Kept = [Containers.Quarantine, Containers.Archive];

    /// <summary>Goes through quarantine and archive.</summary>
    /// <param name="index">The decisions.</param>
    /// <param name="identities">What the identity part tells: files of KPR_IPL name persons by the sender's own ids alone.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Number of records taken out and copies deleted.</returns>
    public async Task<long> RunAsync(PersonIndex index, FoundIdentities identities, CancellationToken cancellationToken)
    {
        if (index.IsEmpty)
        {
            return 0;
        }

        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        bool NamesErased(string word) => word.Length <= PersonMarks.LongestNumber && marks.AllOf(word).Any(index.IsErased);
        var records = identities.Records.ToHashSet();
        records.UnionWith(await RejectedAsync(NamesErased, cancellationToken));

        // What names ids alone goes first: what leads to it is still there when this is broken off.
        var places = records.Select(record => (record.Folder, record.Sender)).ToHashSet();
        var things = await SweepAsync(
            name => places.Contains(PlaceOf(name)),
            (name, word) => word.Length == GuidLength && Guid.TryParse(word, out var id) && records.Contains((PlaceOf(name).Folder, PlaceOf(name).Sender, id)),
            cancellationToken);
        return things + await SweepAsync(
            static _ => true,
            (name, word) => word.Length <= PersonMarks.LongestNumber && marks.AllOf(word).Any(mark => index.Concerns(mark, ReservableIn(name))),
            cancellationToken);
    }

    // Rejected persons of KPR_IDE leave no identity; their users lie in quarantine beside them.
    private async Task<HashSet<(string Folder, string Sender, Guid Id)>> RejectedAsync(Func<string, bool> names, CancellationToken cancellationToken)
    {
        var records = new HashSet<(string, string, Guid)>();
        await foreach (var blob in SealedBlobs.ListAsync(storage.Landing.GetBlobContainerClient(Containers.Quarantine), cancellationToken))
        {
            if (!QuarantineStore.HoldsRecords(blob.Name) || FeedOf(blob.Name) is not { TellsPersonsApart: true })
            {
                continue;
            }

            using var opened = new MemoryStream();
            await blobs.OpenAsync(blob, blob.Name, opened, cancellationToken);
            opened.Position = 0;
            using var text = new StreamReader(opened);
            while (await text.ReadLineAsync(cancellationToken) is { } line)
            {
                if (RecordOf(line) is { } record && Guid.TryParse(record.RecordId, out var id) && TracingStream.Finds(record.Content, names))
                {
                    records.Add((PlaceOf(blob.Name).Folder, PlaceOf(blob.Name).Sender, id));
                }
            }
        }

        return records;
    }

    private async Task<long> SweepAsync(Func<string, bool> among, Func<string, string, bool> concerns, CancellationToken cancellationToken)
    {
        var things = 0L;
        foreach (var container in Kept)
        {
            await foreach (var blob in SealedBlobs.ListAsync(storage.Landing.GetBlobContainerClient(container), cancellationToken))
            {
                if (among(blob.Name))
                {
                    bool Concerns(string word) => concerns(blob.Name, word);
                    things += (container == Containers.Quarantine && QuarantineStore.HoldsRecords(blob.Name) ? await TakeOutAsync(blob, Concerns, cancellationToken) : null)
                        ?? await DeleteAsync(blob, Concerns, cancellationToken);
                }
            }
        }

        return things;
    }

    // The feed stands first in the name, the sender next; files that nobody could be answered for have none, and may be of any.
    private static Feed? FeedOf(string name) => Feeds.Find(name[..name.IndexOf('/', StringComparison.Ordinal)]);

    private static (string Folder, string Sender) PlaceOf(string name) => FeedOf(name) is { } feed ? (feed.Layout.Folder, name.Split('/')[1]) : ("", "");

    private static ReservedServices ReservableIn(string name) => FeedOf(name) is { } feed
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

    private async Task<long> DeleteAsync(BlobClient blob, Func<string, bool> concerns, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var opening = OpenAsync(blob, pipe.Writer, cancellationToken);
        bool found;
        await using (var open = pipe.Reader.AsStream())
        {
            found = await search.FindsAsync(open, concerns, cancellationToken);
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
