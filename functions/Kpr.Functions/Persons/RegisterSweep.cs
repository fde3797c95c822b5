using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Persons;
using Kpr.Core.Register;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.Functions.Register.Memory;

namespace Kpr.Functions.Persons;

/// <summary>
/// Goes through the register: segments with rows of deleted persons, or with health items that somebody objects to, are written anew,
/// the manifest swapped by its ETag, and the old ones deleted. What the memory knows of the rows is forgotten first.
/// </summary>
public sealed class RegisterSweep(StorageAccounts storage, RegisterStore register, ReadPartitions partitions, ForgetRecords forget)
{
    private readonly BlobContainerClient _register = storage.Register.GetBlobContainerClient(Containers.Register);

    /// <summary>Goes through all partitions.</summary>
    /// <param name="index">The decisions.</param>
    /// <param name="found">What the identity part tells of them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Number of rows deleted or changed.</returns>
    public async Task<long> RunAsync(
        PersonIndex index, FoundIdentities found, CancellationToken cancellationToken)
    {
        var changed = 0L;
        if (index.IsEmpty)
        {
            return changed;
        }

        foreach (var partition in await partitions.ListAsync(cancellationToken).ToListAsync(cancellationToken))
        {
            var manifest = (await register.FindManifestAsync(partition, cancellationToken))!;
            foreach (var segment in manifest.All)
            {
                changed += await SweepAsync(manifest.Partition, segment, index, found.WithoutKey, cancellationToken);
            }

            await PurgeAsync(partition, cancellationToken);
        }

        // Persons of whom there is no row: their users were rejected, or have gone out of the report.
        foreach (var (folder, sender) in found.Records.Select(record => (record.Folder, record.Sender)).Distinct())
        {
            await ForgetAsync(FeedsOf(folder), sender, [.. found.Records.Where(record => record.Folder == folder && record.Sender == sender).Select(record => record.Id)], cancellationToken);
        }

        return changed;
    }

    private async Task<long> SweepAsync(
        string partition, Segment segment, PersonIndex index, IReadOnlyDictionary<(string Folder, string Delivery, long Ordinal), string> withoutKey,
        CancellationToken cancellationToken)
    {
        var folder = partition[..partition.IndexOf('/', StringComparison.Ordinal)];
        var feeds = FeedsOf(folder);
        var layout = feeds[0].Layout;
        string? MarkOf(long ordinal, string person) => person.Length > 0 ? person : withoutKey.GetValueOrDefault((folder, segment.Delivery, ordinal));
        bool Concerns(long ordinal, string person) =>
            MarkOf(ordinal, person) is { } mark && (index.IsErased(mark) || (index.Reserved(mark) & layout.Reservable) != ReservedServices.None);

        List<SegmentRow> rows;
        await using (var content = await _register.GetBlobClient($"{partition}/{segment.Name}").OpenReadAsync(cancellationToken: cancellationToken))
        {
            rows = [.. SegmentRows.Find(content, Concerns)];
        }

        var erased = rows.Where(row => index.IsErased(MarkOf(row.Ordinal, row.PersonKey)!)).ToList();
        var reserved = rows.Except(erased).Where(row => layout.Withhold(index.Reserved(MarkOf(row.Ordinal, row.PersonKey)!), row.Values)).Select(row => row.Ordinal).ToHashSet();
        if (erased.Count + reserved.Count == 0)
        {
            return 0;
        }

        await ForgetAsync(feeds, segment.Sender, [.. erased.Select(row => Guid.TryParse(row.Values[0], out var id) ? id : (Guid?)null).OfType<Guid>()], cancellationToken);
        var gone = erased.Select(row => row.Ordinal).ToHashSet();
        var next = await RewriteAsync(
            partition, segment,
            row => !gone.Contains(row.Ordinal) && (!reserved.Contains(row.Ordinal) || layout.Withhold(index.Reserved(MarkOf(row.Ordinal, row.PersonKey)!), row.Values)),
            cancellationToken);
        await register.ReplaceAsync(partition, segment, next, cancellationToken);
        return erased.Count + reserved.Count;
    }

    // The folder of claims is that of two feeds; what is not remembered under a scope is not found there.
    private async Task ForgetAsync(List<Feed> feeds, string sender, HashSet<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var feed in feeds.Where(_ => ids.Count > 0))
        {
            if (feed.MemoryScope(sender) is { } scope)
            {
                await forget.RunAsync(scope, ids, feed.RemembersRecordIds, cancellationToken);
            }
        }
    }

    private static List<Feed> FeedsOf(string folder) => [.. Feeds.All.Where(feed => feed.Layout.Folder == folder)];

    // The name follows from the content: whoever writes it again writes the same.
    private async Task<Segment> RewriteAsync(string partition, Segment segment, Func<SegmentRow, bool> change, CancellationToken cancellationToken)
    {
        await using var left = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        long rows;
        await using (var content = await _register.GetBlobClient($"{partition}/{segment.Name}").OpenReadAsync(cancellationToken: cancellationToken))
        {
            rows = SegmentRows.Rewrite(content, left, change);
        }

        left.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(left, cancellationToken));
        left.Position = 0;
        var name = SegmentName.Of(segment.Delivery, sha256);
        await _register.GetBlobClient($"{partition}/{name}").UploadAsync(left, overwrite: true, cancellationToken);
        return segment with { Name = name, Rows = rows, Sha256 = sha256 };
    }

    // Segments that a delivery has beside the one that counts: replaced ones, and what a completion that was done again wrote. Not those of
    // deliveries that have none in the manifest: they are about to have.
    private async Task PurgeAsync(string partition, CancellationToken cancellationToken)
    {
        var manifest = (await register.FindManifestAsync(partition, cancellationToken))!;
        var counted = manifest.All.ToDictionary(segment => segment.Delivery, segment => segment.Name, StringComparer.Ordinal);
        await foreach (var blob in _register.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{partition}/", cancellationToken))
        {
            var name = blob.Name[(partition.Length + 1)..];
            if (SegmentName.DeliveryOf(name) is { } delivery && counted.TryGetValue(delivery, out var counts) && counts != name)
            {
                await _register.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }
}
