using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications;

/// <summary>
/// The work lists: a row a place, sorted by its day, so that a page is one query by key. They follow the cases a moment later. Whoever changes places looks at
/// the case once more after writing, and goes on until it has not changed since: so two who write for the same case cannot leave a place that is wrong.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="cases">The cases.</param>
public sealed class ListStore(StorageAccounts storage, CaseStore cases) : IOutboxDelivery
{
    /// <summary>Name of the table: a partition a work list, and those of cases whose outbox may hold something.</summary>
    public const string Table = "caselists";

    private const string Entry = "Entry";

    private readonly TableClient _table = storage.CaseTables.GetTableClient(Table);

    /// <inheritdoc/>
    public OutboxKind Kind => OutboxKind.Lists;

    /// <summary>The places in which two states of a case differ.</summary>
    public static IReadOnlyList<ListPlace> Changed(CaseState before, CaseState after)
    {
        var (was, now) = (WorkLists.Of(before), WorkLists.Of(after));
        return [.. was.Keys.Union(now.Keys).Where(place => !was.TryGetValue(place, out var old) || !now.TryGetValue(place, out var entry) || old != entry)];
    }

    /// <summary>A page of a list, overdue first.</summary>
    /// <param name="list">Key of the list.</param>
    /// <param name="after">Row of the last entry of the page before; null for the first page.</param>
    /// <param name="size">Most entries.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The entries, and the row to go on after; null at the end.</returns>
    public async Task<(IReadOnlyList<WorkListEntry> Entries, string? Next)> PageAsync(string list, string? after, int size, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey gt {after ?? ""}");
        var entries = new List<WorkListEntry>();
        string? last = null;
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, size + 1, cancellationToken: cancellationToken))
        {
            if (entries.Count == size)
            {
                return (entries, last);
            }

            entries.Add(JsonSerializer.Deserialize(row.GetString(Entry)!, ApplicationsJson.Default.WorkListEntry)!);
            last = row.RowKey;
        }

        return (entries, null);
    }

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        await AssertAsync(entry.CaseId, entry.Lists, cancellationToken);
        return true;
    }

    /// <summary>Makes places be as the case is.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="touched">The places; those that the case is not in are taken away.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AssertAsync(string caseId, IEnumerable<ListPlace> touched, CancellationToken cancellationToken)
    {
        var places = touched.ToHashSet();
        var version = -1L;
        while (true)
        {
            var state = (await cases.LoadAsync(caseId, cancellationToken)).State;
            if (state.Version == version)
            {
                return;
            }

            version = state.Version;
            var wanted = WorkLists.Of(state);
            await Task.WhenAll(places.Select(place => wanted.TryGetValue(place, out var entry)
                ? PutAsync(place, entry, cancellationToken)
                : TakeAsync(place, cancellationToken)));
        }
    }

    /// <summary>Makes all lists anew from the cases' events.</summary>
    /// <returns>How many cases were looked at, and how many places were taken away.</returns>
    public async Task<(int Cases, int Taken)> RebuildAsync(CancellationToken cancellationToken)
    {
        var seen = 0;
        await foreach (var caseId in cases.AllAsync(cancellationToken))
        {
            var state = CaseState.New(caseId);
            var events = new List<Recorded<CaseEvent>>();
            await foreach (var recorded in cases.EventsAsync(caseId, cancellationToken))
            {
                events.Add(recorded);
            }

            await AssertAsync(caseId, WorkLists.Of(state.After(events)).Keys, cancellationToken);
            seen++;
        }

        return (seen, await TakeStrayAsync(cancellationToken));
    }

    private async Task<int> TakeStrayAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {ListKey.Prefix} and PartitionKey lt {"list."}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            var place = new ListPlace(row.PartitionKey, row.RowKey);
            var caseId = place.Row[(place.Row.IndexOf('~', StringComparison.Ordinal) + 1)..];
            if (!WorkLists.Of((await cases.LoadAsync(caseId, cancellationToken)).State).ContainsKey(place))
            {
                await AssertAsync(caseId, [place], cancellationToken);
                taken++;
            }
        }

        return taken;
    }

    private Task<Response> PutAsync(ListPlace place, WorkListEntry entry, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(place.List, place.Row) { [Entry] = JsonSerializer.Serialize(entry, ApplicationsJson.Default.WorkListEntry) },
        TableUpdateMode.Replace, cancellationToken);

    private Task<Response> TakeAsync(ListPlace place, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(place.List, place.Row, ETag.All, cancellationToken);
}
