using Azure.Storage.Blobs;
using Kpr.Core.Statistics.Releases;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>
/// The release ledger: what was published of every table, and a book for all that count the same units. The tables of a request are entered when each may be released
/// beside the others and all that is in the book; the book changes by its ETag alone: two at once are judged one after the other.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class Releases(StorageAccounts storage)
{
    private readonly BlobContainerClient _tables = storage.CaseFiles.GetBlobContainerClient(Containers.Tables);

    /// <summary>Enters the tables of a request, unless one of them gives something away together with others: then none.</summary>
    /// <returns>Why they may not be released, in Norwegian; null when they are entered.</returns>
    public async Task<string?> EnterAsync(IReadOnlyList<ReleaseEntry> tables, CancellationToken cancellationToken)
    {
        var entered = new List<IGrouping<string, ReleaseEntry>>();
        foreach (var book in tables.GroupBy(table => OrderedRelease.Units(table.Order), StringComparer.Ordinal).OrderBy(book => book.Key, StringComparer.Ordinal))
        {
            if (await EnterAsync(book.Key, [.. book], cancellationToken) is { } refusal)
            {
                // Whoever came to another book meanwhile was judged beside tables that are not released: too strictly, and nothing worse.
                foreach (var other in entered)
                {
                    await WithdrawAsync(other.Key, [.. other.Select(table => table.Id)], cancellationToken);
                }

                return refusal;
            }

            entered.Add(book);
        }

        return null;
    }

    private async Task<string?> EnterAsync(string units, IReadOnlyList<ReleaseEntry> tables, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await Book(units).FindAsync(cancellationToken);
            var book = found is null ? LedgerBook.Empty : TableJson.Read<LedgerBook>(found.Content.ToMemory());
            var earlier = new List<Release>();
            foreach (var other in book.Tables.Where(other => tables.All(table => table.Id != other.Id)))
            {
                earlier.Add(TableJson.Read<Release>((await Blob(other.Id).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory()));
            }

            var released = new List<Release>();
            foreach (var table in tables)
            {
                (book, var states) = book.With(table.Id, table.Order, table.Read);
                var release = OrderedRelease.Of(table.Id, table.Order, table.Request, table.Table, states);
                var ledger = new ReleaseLedger(table.Rules, table.Rules.Width, [.. earlier, .. released]) { Small = OrderedRelease.Small(table.Order.Measure, table.Rules.HideBelow) };
                var verdict = ledger.Judge(release);
                if (!verdict.MayRelease)
                {
                    return verdict.Refusal ?? "Sammen med tabeller som er gitt ut før, ville denne røpe små tall. Velg samme inndeling, periode og filtre som i dem.";
                }

                released.Add(release);
            }

            foreach (var release in released)
            {
                await Blob(release.Id).UploadAsync(BinaryData.FromBytes(TableJson.Bytes(release)), overwrite: true, cancellationToken);
            }

            if (await Book(units).TryWriteAsync(TableJson.Bytes(book), found?.Details.ETag, cancellationToken))
            {
                return null;
            }
        }
    }

    private async Task WithdrawAsync(string units, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        while (await Book(units).FindAsync(cancellationToken) is { } found)
        {
            var book = TableJson.Read<LedgerBook>(found.Content.ToMemory());
            if (await Book(units).TryWriteAsync(TableJson.Bytes(book.Without(ids)), found.Details.ETag, cancellationToken))
            {
                return;
            }
        }
    }

    private BlobClient Book(string units) => _tables.GetBlobClient($"ledger/{units}.json");

    private BlobClient Blob(string id) => _tables.GetBlobClient($"ledger/tables/{id}.json");
}
