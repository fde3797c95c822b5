using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications.Notices;

/// <summary>
/// Notices in Table storage: a partition for each party and channel. A notice that waits has a row in the order in which things happened in its case, and a
/// row by its id that stays when it is gone, so that planning it again is seen. What is given up waits apart for an operator.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class NoticeStore(StorageAccounts storage, TimeProvider clock)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "notices";

    /// <summary>Most notices that go out as one: a transaction has 100 rows, and a notice two.</summary>
    public const int MostTogether = 50;

    private const string Open = "open";
    private const string Dead = "dead";
    private const string Known = "k-";
    private const string Waiting = "p-";
    private const string WaitingEnd = "p.";
    private const string Value = "Value";
    private const string Since = "Since";
    private const string Lease = "Lease";
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    /// <summary>How long a party stays among those looked at after its last notice was planned: longer than planning takes.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>How long a sender that died keeps others from a party.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(10);

    private readonly TableClient _table = storage.CaseTables.GetTableClient(Table);

    /// <summary>A row key of any text.</summary>
    public static string KeyOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>Plans a notice. Planning it again, also after it was sent, does nothing.</summary>
    public async Task PlanAsync(PlannedNotice notice, CancellationToken cancellationToken)
    {
        // First the mark by which it is found: a notice that nobody finds would be lost.
        var partition = PartitionOf(notice);
        await _table.UpsertEntityAsync(new TableEntity(Open, partition) { [Since] = clock.GetUtcNow() }, TableUpdateMode.Merge, cancellationToken);
        try
        {
            await _table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity(partition, Known + KeyOf(notice.Id)) { ["Id"] = notice.Id }),
                new(TableTransactionActionType.Add, Row(notice)),
            ], cancellationToken);
        }
        catch (TableTransactionFailedException e) when (e.Status == Conflict)
        {
            // Planned before.
        }
    }

    /// <summary>Parties that may have notices waiting and that nobody is at work on, each with its turn taken.</summary>
    public async IAsyncEnumerable<NoticeTurn> TurnsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Open}"), cancellationToken: cancellationToken))
        {
            if (row.GetDateTimeOffset(Lease) is { } until && until > clock.GetUtcNow())
            {
                continue;
            }

            if (await TakeAsync(row, cancellationToken))
            {
                yield return new NoticeTurn(row.RowKey, row.GetDateTimeOffset(Since)!.Value);
            }
        }
    }

    /// <summary>Notices that wait in a partition, in order.</summary>
    public async Task<IReadOnlyList<PlannedNotice>> WaitingAsync(NoticeTurn turn, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {turn.Partition} and RowKey ge {Waiting} and RowKey lt {WaitingEnd}");
        var notices = new List<PlannedNotice>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            notices.Add(Read(row));
        }

        return notices;
    }

    /// <summary>Keeps how far a waiting notice is.</summary>
    public Task KeepAsync(PlannedNotice notice, CancellationToken cancellationToken) =>
        _table.UpdateEntityAsync(Row(notice), ETag.All, TableUpdateMode.Replace, cancellationToken);

    /// <summary>Ends notices of one party that went out together: all of them or none.</summary>
    public Task EndAsync(IReadOnlyList<PlannedNotice> notices, CancellationToken cancellationToken) => _table.SubmitTransactionAsync(
    [
        .. notices.Select(notice => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(PartitionOf(notice), RowOf(notice)), ETag.All)),
        .. notices.Select(notice => new TableTransactionAction(
            TableTransactionActionType.UpsertMerge,
            new TableEntity(PartitionOf(notice), Known + KeyOf(notice.Id)) { ["State"] = notice.State.ToString(), ["EndedAt"] = clock.GetUtcNow() })),
    ], cancellationToken);

    /// <summary>Gives a notice up: it waits for an operator.</summary>
    public async Task GiveUpAsync(PlannedNotice notice, CancellationToken cancellationToken)
    {
        await _table.UpsertEntityAsync(
            new TableEntity(Dead, KeyOf(notice.Id)) { [Value] = Text(notice) }, TableUpdateMode.Replace, cancellationToken);
        await EndAsync([notice], cancellationToken);
    }

    /// <summary>Notices that were given up.</summary>
    public async Task<IReadOnlyList<PlannedNotice>> DeadAsync(CancellationToken cancellationToken)
    {
        var notices = new List<PlannedNotice>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Dead}"), cancellationToken: cancellationToken))
        {
            notices.Add(Read(row));
        }

        return notices;
    }

    /// <summary>Puts a notice that was given up back among those that wait, as a new one.</summary>
    public async Task RequeueAsync(PlannedNotice notice, CancellationToken cancellationToken)
    {
        await _table.UpsertEntityAsync(new TableEntity(Open, PartitionOf(notice)) { [Since] = clock.GetUtcNow() }, TableUpdateMode.Merge, cancellationToken);
        await _table.UpsertEntityAsync(Row(notice), TableUpdateMode.Replace, cancellationToken);
        await _table.DeleteEntityAsync(Dead, KeyOf(notice.Id), ETag.All, cancellationToken);
    }

    /// <summary>Ends a turn. A party with nothing waiting is not looked at any longer.</summary>
    public async Task LeaveAsync(NoticeTurn turn, bool empty, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Open, turn.Partition, cancellationToken: cancellationToken);
        if (found is not { HasValue: true, Value: { } row })
        {
            return;
        }

        try
        {
            if (empty && row.GetDateTimeOffset(Since) == turn.Since && clock.GetUtcNow() - turn.Since >= Settled)
            {
                await _table.DeleteEntityAsync(Open, turn.Partition, row.ETag, cancellationToken);
                return;
            }

            await _table.UpdateEntityAsync(
                new TableEntity(Open, turn.Partition) { [Lease] = DateTimeOffset.UnixEpoch }, row.ETag, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == PreconditionFailed)
        {
            // A notice was planned meanwhile; the turn ends by itself.
        }
    }

    private async Task<bool> TakeAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(
                new TableEntity(Open, row.RowKey) { [Lease] = clock.GetUtcNow() + LongestTurn }, row.ETag, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is PreconditionFailed or 404)
        {
            return false;
        }
    }

    private static string PartitionOf(PlannedNotice notice) => $"to-{KeyOf($"{notice.Channel}\n{notice.Party}")}";

    private static string RowOf(PlannedNotice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{Waiting}{notice.Case}-{notice.Sequence:D10}-{KeyOf(notice.Id)[..8]}");

    private static TableEntity Row(PlannedNotice notice) => new(PartitionOf(notice), RowOf(notice)) { [Value] = Text(notice) };

    private static string Text(PlannedNotice notice) => JsonSerializer.Serialize(notice, NoticeJson.Default.PlannedNotice);

    private static PlannedNotice Read(TableEntity row) => JsonSerializer.Deserialize(row.GetString(Value)!, NoticeJson.Default.PlannedNotice)!;
}
