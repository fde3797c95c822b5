using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications;

/// <summary>
/// Cases in Table storage (docs/adr/0019). A partition a case: its events are the truth; a snapshot, by which commands read it, its outbox and the keys of
/// its commands stand beside them and are written in the same transaction.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="marks">Marks cases whose outbox may hold something.</param>
public sealed class CaseStore(StorageAccounts storage, OutboxMarks marks)
{
    /// <summary>Name of the account's setting.</summary>
    public const string Account = "Cases";

    /// <summary>Name of the table: a partition a case, with its events, its snapshot, its outbox and the keys of its commands.</summary>
    public const string Table = "cases";

    // A transaction has 100 rows: the head, the key, the outbox, and the events.
    private const int MostEventRows = 90;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    private readonly TableClient _table = storage.CaseTables.GetTableClient(Table);

    /// <summary>Reads a case by the key of its snapshot; never its partition.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The case; <see cref="StoredCase.None"/> when there is none.</returns>
    public async Task<StoredCase> LoadAsync(string caseId, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(caseId, CaseRows.Head, cancellationToken: cancellationToken);
        if (!found.HasValue || found.Value is not { } head)
        {
            return StoredCase.None(caseId);
        }

        var state = CaseJson.Snapshot(await Values().ReadAsync(head, cancellationToken));
        return new StoredCase(state, head.GetString(CaseRows.Hash)!, head.ETag);
    }

    /// <summary>Appends events in one transaction: all of it or nothing.</summary>
    /// <returns>False when somebody else appended since the case was read: nothing was written.</returns>
    public async Task<bool> AppendAsync(Commit commit, CancellationToken cancellationToken)
    {
        var id = commit.After.Id;
        if (commit.Outbox.Count > 0)
        {
            // First the mark by which the sweep finds the case: something to do that nobody finds again would be lost.
            await marks.SetAsync(id, cancellationToken);
        }

        var mine = Guid.NewGuid().ToString("N");
        var actions = await ActionsAsync(commit, mine, cancellationToken);
        try
        {
            await _table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            // An answer may have been lost, and the pipeline may have tried again: then it is our own append that stands in the way.
            var row = CaseRows.EventRow(commit.Events[0].Sequence);
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(id, row, [CaseRows.Commit], cancellationToken);
            return found is { HasValue: true, Value: { } there } && there.GetString(CaseRows.Commit) == mine;
        }
    }

    /// <summary>The events of a case in order.</summary>
    public async IAsyncEnumerable<Recorded<CaseEvent>> EventsAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (line, _) in LinesAsync(caseId, cancellationToken))
        {
            yield return EventLine.Read<CaseEvent>(line);
        }
    }

    /// <summary>The events of a case as they are stored, with the hash after each.</summary>
    /// <exception cref="InvalidDataException">The hash chain is broken: an event was changed, left out or moved.</exception>
    public async IAsyncEnumerable<(byte[] Line, string Hash)> LinesAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and RowKey ge {CaseRows.EventPrefix} and RowKey lt {CaseRows.EventEnd}");
        var hash = EventChain.Start;
        var values = Values();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            foreach (var line in CaseRows.Lines(await values.ReadAsync(row, cancellationToken)))
            {
                hash = EventChain.Next(hash, line);
                yield return (line, hash);
            }

            if (row.GetString(CaseRows.Hash) != hash)
            {
                throw new InvalidDataException($"The hash chain of case {caseId} is broken in row {row.RowKey}.");
            }
        }
    }

    /// <summary>A command that was carried out before; null when it was not.</summary>
    public async Task<KnownCommand?> FindAsync(string caseId, CommandKey key, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(caseId, key.Row, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new KnownCommand(row.GetString(CaseRows.Fingerprint)!, row.GetInt64(CaseRows.First)!.Value, row.GetInt64(CaseRows.Version)!.Value)
            : null;
    }

    /// <summary>What is still to be done because of commands in a case, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> OutboxAsync(string caseId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and RowKey ge {CaseRows.OutboxPrefix} and RowKey lt {CaseRows.OutboxEnd}");
        var entries = new List<OutboxEntry>();
        var values = Values();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            entries.Add(CaseRows.Entry(await values.ReadAsync(row, cancellationToken)));
        }

        return entries;
    }

    /// <summary>Notes that an entry of the outbox is done. Doing so twice is no fault.</summary>
    public Task SettleAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(entry.CaseId, CaseRows.OutboxRow(entry), ETag.All, cancellationToken);

    /// <summary>Ids of all cases, for those who build something anew from events. Reads one row a case.</summary>
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {CaseRows.Head}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            yield return row.PartitionKey;
        }
    }

    private async Task<List<TableTransactionAction>> ActionsAsync(Commit commit, string mine, CancellationToken cancellationToken)
    {
        var id = commit.After.Id;
        var values = Values();
        var head = new TableEntity(id, CaseRows.Head)
        {
            [CaseRows.Version] = commit.After.Version,
            ["Phase"] = commit.After.Phase.ToString(),
        };
        await values.WriteAsync(head, CaseJson.Snapshot(commit.After), cancellationToken);
        var actions = new List<TableTransactionAction>();
        foreach (var run in CaseRows.Runs(commit.Before.Hash, commit.Events, MostEventRows))
        {
            var row = new TableEntity(id, CaseRows.EventRow(run.First))
            {
                ["Event"] = run.Name, [CaseRows.Count] = run.Count, [CaseRows.Hash] = run.Hash, [CaseRows.Commit] = mine,
            };
            await values.WriteAsync(row, run.Value, cancellationToken);
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
            head[CaseRows.Hash] = run.Hash;
        }

        if (commit.Key is { } key)
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, CaseRows.KeyRow(id, key, commit.Events[0].Sequence, commit.After.Version)));
        }

        foreach (var entry in commit.Outbox)
        {
            var row = CaseRows.EntryRow(entry);
            await values.WriteAsync(row, CaseRows.EntryValue(entry), cancellationToken);
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
        }

        actions.Add(commit.Before.Exists
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, commit.Before.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, head));
        return actions;
    }

    private RowValue Values() => new(storage.CaseFiles.GetBlobContainerClient(Containers.Cases));
}
