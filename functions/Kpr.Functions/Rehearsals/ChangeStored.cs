using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Register;
using Kpr.Core.Reporting;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Rehearsals;

/// <summary>
/// What is stored of a file that is judged again: its segments are written anew and swapped in the manifest, identity and quarantine follow. Names follow from the content:
/// whoever does it again does the same.
/// </summary>
public sealed class ChangeStored(StorageAccounts storage, RegisterStore register, ReadPartitions partitions, KeptRecords kept)
{
    private readonly BlobContainerClient _register = storage.Register.GetBlobContainerClient(Containers.Register);

    /// <summary>Whether every record that comes in has a place: a delivery that another may supersede must not come into partitions where nobody knows of it.</summary>
    internal async Task<bool> HasPlaceAsync(AnsweredFile file, ChangedRecords records, CancellationToken cancellationToken)
    {
        var segments = await SegmentsAsync(file, cancellationToken);
        return segments.Values.All(segment => segment.Edition is null)
            || records.Rows.All(pair => segments.ContainsKey(Partition(file, pair.Key)) || !pair.Value.Exists(row => records.Taken.Contains(row.Ordinal)));
    }

    /// <summary>Changes what is stored.</summary>
    /// <returns>Figures of what is stored then.</returns>
    internal async Task<IReadOnlyList<Figure>> ChangeAsync(AnsweredFile file, ChangedRecords records, CancellationToken cancellationToken)
    {
        await kept.ChangeAsync(file, records, cancellationToken);
        var layout = file.Feed.Layout;
        var figures = new FigureTally(layout);
        var segments = await SegmentsAsync(file, cancellationToken);
        foreach (var (partition, old) in segments)
        {
            await RewriteAsync(file, partition, old, records, figures, cancellationToken);
        }

        foreach (var (below, rows) in records.Rows.Where(pair => !segments.ContainsKey(Partition(file, pair.Key))))
        {
            var taken = rows.Where(row => records.Taken.Contains(row.Ordinal)).ToList();
            if (taken.Count > 0)
            {
                taken.ForEach(row => figures.Add(below, row.Values));
                var segment = await WriteAsync(Partition(file, below), file, layout, [], taken, null, cancellationToken);
                await register.AddAsync(Partition(file, below), segment, cancellationToken);
            }
        }

        return figures.Figures;
    }

    private static string Partition(AnsweredFile file, string below) => $"{file.Feed.Layout.Folder}/{below}";

    private async Task<SortedDictionary<string, Segment>> SegmentsAsync(AnsweredFile file, CancellationToken cancellationToken)
    {
        var segments = new SortedDictionary<string, Segment>(StringComparer.Ordinal);
        await foreach (var partition in partitions.ListAsync(cancellationToken))
        {
            if (partition.StartsWith(file.Feed.Layout.Folder + "/", StringComparison.Ordinal)
                && (await register.FindManifestAsync(partition, cancellationToken))?.All.FirstOrDefault(one => one.Delivery == file.Delivery) is { } segment)
            {
                segments.Add(partition, segment);
            }
        }

        return segments;
    }

    private async Task RewriteAsync(
        AnsweredFile file, string partition, Segment old, ChangedRecords records, FigureTally figures, CancellationToken cancellationToken)
    {
        var below = partition[(file.Feed.Layout.Folder.Length + 1)..];
        var rows = records.Rows.GetValueOrDefault(below, []);
        await using var content = ArchivedFiles.Spool();
        await using (var blob = await _register.GetBlobClient($"{partition}/{old.Name}").OpenReadAsync(cancellationToken: cancellationToken))
        {
            await blob.CopyToAsync(content, cancellationToken);
        }

        // A record that is kept is written anew only where it lies: a repetition has no row, and gets none.
        content.Position = 0;
        var there = SegmentRows.Find(content, (ordinal, _) => records.Kept.Contains(ordinal)).Select(row => row.Ordinal).ToHashSet();
        content.Position = 0;
        var put = rows.Where(row => records.Taken.Contains(row.Ordinal) || there.Contains(row.Ordinal)).ToList();
        var left = SegmentRows.Find(content, (ordinal, _) => !records.Dropped.Contains(ordinal));
        var next = await WriteAsync(partition, file, file.Feed.Layout, left, put, row => figures.Add(below, row.Values), cancellationToken, old);
        await register.ReplaceAsync(partition, old, next, cancellationToken);
    }

    private async Task<Segment> WriteAsync(
        string partition, AnsweredFile file, RegisterLayout layout, IEnumerable<SegmentRow> rows, IReadOnlyList<SegmentRow> put, Action<SegmentRow>? each,
        CancellationToken cancellationToken, Segment? old = null)
    {
        await using var content = ArchivedFiles.Spool();
        var count = SegmentRows.Merge(rows, put, layout, content, each);
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        var name = SegmentName.Of(file.Delivery, sha256);
        await _register.GetBlobClient($"{partition}/{name}").UploadAsync(content, overwrite: true, cancellationToken);
        return (old ?? new Segment("", file.Delivery, file.Sender, file.Receipt.ReceivedAt, 0, "")) with { Name = name, Rows = count, Sha256 = sha256 };
    }
}
