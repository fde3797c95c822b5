using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications;

/// <summary>
/// Marks cases whose outbox may hold something, so that the sweep finds them without looking at every case. A mark is set before the outbox is written, and
/// taken away only when it has stood a while and the outbox is empty: a command that is under way keeps it.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class OutboxMarks(StorageAccounts storage, TimeProvider clock)
{
    // Spread, so that no partition takes every command of the system.
    private const int Partitions = 16;
    private const string Prefix = "outbox-";
    private const string End = "outbox.";
    private const string Since = "Since";
    private const int MostRemembered = 10_000;

    /// <summary>For how long a mark set by this process needs not be set again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    private readonly TableClient _table = storage.CaseTables.GetTableClient(ListStore.Table);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _set = new(StringComparer.Ordinal);

    /// <summary>How long a mark must have stood before the sweep may take it away: longer than a command takes that has just set it, or trusts one just set.</summary>
    public static TimeSpan Settled { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Marks a case.</summary>
    public async Task SetAsync(string caseId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_set.TryGetValue(caseId, out var since) && now - since < Fresh && now >= since)
        {
            return;
        }

        await _table.UpsertEntityAsync(new TableEntity(Partition(caseId), caseId) { [Since] = now }, TableUpdateMode.Replace, cancellationToken);
        if (_set.Count >= MostRemembered)
        {
            _set.Clear();
        }

        _set[caseId] = now;
    }

    /// <summary>The marked cases.</summary>
    public async IAsyncEnumerable<Mark> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Prefix} and PartitionKey lt {End}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return new Mark(row.RowKey, row.GetDateTimeOffset(Since)!.Value, row.ETag);
        }
    }

    /// <summary>Takes a mark away, unless it was set again since it was read.</summary>
    public async Task ClearAsync(Mark mark, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(Partition(mark.CaseId), mark.CaseId, mark.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Somebody works on the case.
        }
    }

    private static string Partition(string caseId) => Name(caseId.Aggregate(17, (sum, letter) => ((sum * 31) + letter) & 0xffff) % Partitions);

    private static string Name(int number) => $"{Prefix}{number:x}";

    /// <summary>A mark.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Since">When it was set.</param>
    /// <param name="ETag">Its version.</param>
    public sealed record Mark(string CaseId, DateTimeOffset Since, ETag ETag);
}
