using Azure.Data.Tables;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications.Notices;

/// <summary>What persons chose for their own notices: a row a party.</summary>
/// <param name="storage">The storage accounts.</param>
public sealed class NoticeWishes(StorageAccounts storage)
{
    private const string Partition = "wishes";

    private readonly TableClient _table = storage.CaseTables.GetTableClient(NoticeStore.Table);

    /// <summary>What a party chose; null when it chose nothing.</summary>
    public async Task<NoticeWish?> FindAsync(string party, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, NoticeStore.KeyOf(party), cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new NoticeWish(row.GetString(nameof(NoticeWish.Email)), row.GetString(nameof(NoticeWish.Language)) ?? "nb", row.GetBoolean(nameof(NoticeWish.Digest)) ?? false)
            : null;
    }

    /// <summary>Keeps what a party chose.</summary>
    public Task SetAsync(string party, NoticeWish wish, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition, NoticeStore.KeyOf(party))
        {
            [nameof(NoticeWish.Email)] = wish.Email, [nameof(NoticeWish.Language)] = wish.Language, [nameof(NoticeWish.Digest)] = wish.Digest,
        },
        TableUpdateMode.Replace, cancellationToken);
}
