using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;
using Kpr.Functions.Reference;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Rehearsals;

/// <summary>
/// Judges a sender's archived files of a period once more, by the rules and reference data of today, and says what would
/// change. A dry run: nothing is stored, and nobody is answered.
/// </summary>
public sealed class RehearseFiles(
    StorageAccounts storage, SealedBlobs blobs, ReferenceStore reference, IOptions<SourceLimits> limits, IOptions<RuleSettings> rules)
{
    private const string ReceiptEnd = ".json";

    private readonly BlobContainerClient _receipts = storage.Landing.GetBlobContainerClient(Containers.Receipts);
    private readonly BlobContainerClient _archive = storage.Landing.GetBlobContainerClient(Containers.Archive);

    /// <summary>Judges the files again.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="period">First and last day of receipt (UTC).</param>
    /// <param name="records">The records that are looked at, by ordinal; (0, max) for all and the file as a whole.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<RehearsedFile> RunAsync(
        Feed feed, string sender, (DateOnly First, DateOnly Last) period, (long First, long Last) records,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = await reference.InForceAsync(cancellationToken);
        await foreach (var blob in _receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{feed.Name}/{sender}/", cancellationToken))
        {
            if (!blob.Name.EndsWith(ReceiptEnd, StringComparison.Ordinal))
            {
                continue;
            }

            var name = blob.Name;
            var content = (await _receipts.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
            var receipt = JsonSerializer.Deserialize(content, ReceiptJson.Indented.Receipt)!;
            var day = DateOnly.FromDateTime(receipt.ReceivedAt);
            if (receipt.Status != ReceiptStatus.Held && day >= period.First && day <= period.Last)
            {
                var context = new FileContext(new DateTimeOffset(receipt.ReceivedAt, TimeSpan.Zero), rules.Value) { Sender = sender, Reference = today };
                var rehearsal = new Rehearsal(feed, context, limits.Value) { Records = records };
                yield return new RehearsedFile(name, receipt.ReceivedAt, receipt.Status, await RunAsync(feed, sender, name, rehearsal, cancellationToken));
            }
        }
    }

    private async Task<RehearsalOutcome?> RunAsync(Feed feed, string sender, string receipt, Rehearsal rehearsal, CancellationToken cancellationToken)
    {
        var delivery = receipt[(receipt.LastIndexOf('/') + 1)..^ReceiptEnd.Length];
        var folder = $"{feed.Name}/{sender}/{delivery}";
        await using var file = await OpenAsync($"{folder}/file.sealed", cancellationToken);
        if (file is null)
        {
            return null;
        }

        await using var parts = await ArchivedParts.OpenAsync(feed, file, name => OpenAsync($"{folder}/{IdentityMask.Apply(name).Replace('*', 'x')}.sealed", cancellationToken));
        await using var findings = await _receipts.GetBlobClient(receipt[..^ReceiptEnd.Length] + ".findings.jsonl").OpenReadAsync(cancellationToken: cancellationToken);
        await using var told = Spool();
        await findings.CopyToAsync(told, cancellationToken);
        return rehearsal.Run(file, Findings(told), parts);
    }

    // Read twice: from the beginning each time.
    private static IEnumerable<Finding> Findings(FileStream told)
    {
        told.Position = 0;
        using var lines = new StreamReader(told, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize(line, ReceiptJson.Lines.Finding)!;
        }
    }

    private async Task<FileStream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var spool = Spool();
        if (await blobs.OpenAsync(_archive.GetBlobClient(name), name, spool, cancellationToken) is null)
        {
            await spool.DisposeAsync();
            return null;
        }

        spool.Position = 0;
        return spool;
    }

    private static FileStream Spool() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
