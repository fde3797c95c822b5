using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Functions.Azure;
using Kpr.Functions.Reference;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Rehearsals;

/// <summary>
/// Judges a sender's archived files of a period once more, by the rules and reference data of today, and says what would
/// change. A dry run, unless it is to be applied: then the register, and the receipt, are as the rules of today would have them.
/// </summary>
public sealed class RehearseFiles(
    StorageAccounts storage, ArchivedFiles archive, ApplyRehearsal apply, ReferenceStore reference, IOptions<SourceLimits> limits, IOptions<RuleSettings> rules)
{
    private const string ReceiptEnd = ".json";

    private readonly BlobContainerClient _receipts = storage.Landing.GetBlobContainerClient(Containers.Receipts);

    /// <summary>Judges the files again.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="period">First and last day of receipt (UTC).</param>
    /// <param name="records">The records that are looked at, by ordinal; (0, max) for all and the file as a whole.</param>
    /// <param name="applied">Whether what would change is changed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<RehearsedFile> RunAsync(
        Feed feed, string sender, (DateOnly First, DateOnly Last) period, (long First, long Last) records, bool applied,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = await reference.InForceAsync(cancellationToken);
        foreach (var (delivery, name, receipt) in await StandingAsync(feed, sender, period, cancellationToken))
        {
            var context = new FileContext(new DateTimeOffset(receipt.ReceivedAt, TimeSpan.Zero), rules.Value) { Sender = sender, Reference = today };
            var file = new AnsweredFile(feed, sender, delivery, name, receipt, context);
            await using var content = await archive.OpenAsync(feed, sender, delivery, cancellationToken);
            yield return content is null
                ? new RehearsedFile(name, receipt.ReceivedAt, receipt.Status, null)
                : await RunAsync(file, content, records, applied, cancellationToken);
        }
    }

    private async Task<RehearsedFile> RunAsync(
        AnsweredFile file, ArchivedFile content, (long First, long Last) records, bool applied, CancellationToken cancellationToken)
    {
        await using var told = ArchivedFiles.Spool();
        await using (var findings = await _receipts.GetBlobClient(file.Findings).OpenReadAsync(cancellationToken: cancellationToken))
        {
            await findings.CopyToAsync(told, cancellationToken);
        }

        var changes = new List<RecordChange>();
        var rehearsal = new Rehearsal(file.Feed, file.Today, limits.Value)
        {
            Records = records,
            Changed = change =>
            {
                if (changes.Count <= ApplyRehearsal.MostChanges)
                {
                    changes.Add(change);
                }
            },
        };
        var rehearsed = new RehearsedFile(file.Address, file.Receipt.ReceivedAt, file.Receipt.Status, rehearsal.Run(content.Content, Read(told), content.Parts));
        return applied && changes.Count > 0
            ? await apply.RunAsync(file, changes, () => Read(told), rehearsed, cancellationToken)
            : rehearsed;
    }

    // Of each delivery the receipt that stands: not one that another took the place of, and of the same file sent again the first.
    private async Task<IReadOnlyList<(string Delivery, string Name, Receipt Receipt)>> StandingAsync(
        Feed feed, string sender, (DateOnly First, DateOnly Last) period, CancellationToken cancellationToken)
    {
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        await foreach (var blob in _receipts.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{feed.Name}/{sender}/", cancellationToken))
        {
            if (blob.Name.EndsWith(ReceiptEnd, StringComparison.Ordinal))
            {
                var content = (await _receipts.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content;
                var receipt = JsonSerializer.Deserialize(content, ReceiptJson.Indented.Receipt)!;
                var day = DateOnly.FromDateTime(receipt.ReceivedAt);
                if (receipt.Status != ReceiptStatus.Held && day >= period.First && day <= period.Last)
                {
                    receipts.Add(blob.Name, receipt);
                }
            }
        }

        var followed = receipts.Values.Select(receipt => receipt.Follows).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. receipts.Where(pair => !followed.Contains(pair.Key)).Select(pair => (DeliveryOf(pair.Key, receipts), pair.Key, pair.Value))
                .GroupBy(file => file.Item1).Select(same => same.OrderBy(file => file.Value.Follows is null).ThenBy(file => file.Value.ReceivedAt).First())
                .OrderBy(file => file.Value.ReceivedAt).ThenBy(file => file.Key, StringComparer.Ordinal),
        ];
    }

    // The first receipt bears the delivery's name.
    private static string DeliveryOf(string name, Dictionary<string, Receipt> receipts)
    {
        while (receipts.GetValueOrDefault(name)?.Follows is { } earlier)
        {
            name = earlier;
        }

        return name[(name.LastIndexOf('/') + 1)..^ReceiptEnd.Length];
    }

    private static IEnumerable<Finding> Read(FileStream told)
    {
        told.Position = 0;
        using var lines = new StreamReader(told, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize(line, ReceiptJson.Lines.Finding)!;
        }
    }
}
