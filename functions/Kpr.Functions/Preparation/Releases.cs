using Azure.Storage.Blobs;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Releases;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>
/// The release ledger: what was published of every table, and a book for all that count the same units. A table is entered when it may be released
/// beside all others in the book, and the book changes by its ETag alone: two at once are judged one after the other.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class Releases(StorageAccounts storage)
{
    private readonly BlobContainerClient _tables = storage.CaseFiles.GetBlobContainerClient(Containers.Tables);

    /// <summary>Enters a table, unless it gives something away together with others.</summary>
    /// <returns>Why it may not be released, in Norwegian; null when it is entered.</returns>
    public async Task<string?> EnterAsync(
        string id, TableOrder order, TableRequest request, ProtectedTable table, IReadOnlyList<PlannedPartition> read, PrimaryRules rules, int width,
        CancellationToken cancellationToken)
    {
        var blob = _tables.GetBlobClient($"ledger/{OrderedRelease.Units(order)}.json");
        while (true)
        {
            var found = await blob.FindAsync(cancellationToken);
            var book = found is null ? LedgerBook.Empty : TableJson.Read<LedgerBook>(found.Content.ToMemory());
            var (next, states) = book.With(id, order, read);
            var release = OrderedRelease.Of(id, order, request, table, states);
            var earlier = new List<Release>();
            foreach (var other in book.Tables.Where(other => other.Id != id))
            {
                earlier.Add(TableJson.Read<Release>((await Blob(other.Id).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory()));
            }

            var verdict = new ReleaseLedger(rules, width, earlier) { Small = OrderedRelease.Small(order.Measure, rules.HideBelow) }.Judge(release);
            if (!verdict.MayRelease)
            {
                return verdict.Refusal ?? "Sammen med tabeller som er gitt ut før, ville denne røpe små tall. Velg samme inndeling, periode og filtre som i dem.";
            }

            await Blob(id).UploadAsync(BinaryData.FromBytes(TableJson.Bytes(release)), overwrite: true, cancellationToken);
            if (await blob.TryWriteAsync(TableJson.Bytes(next), found?.Details.ETag, cancellationToken))
            {
                return null;
            }
        }
    }

    private BlobClient Blob(string id) => _tables.GetBlobClient($"ledger/tables/{id}.json");
}
