using Azure;
using Azure.Data.Tables;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>
/// The ledger of the intake: a row for each file, a row for each chunk that is judged, a row for each file that
/// is not done, and a row for each message id seen. Rows decide, never counters.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class IngestLedger(StorageAccounts storage)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "ingest";

    private const string Open = "open";
    private const string Final = "final";
    private const string ChunkPrefix = "chunk-";
    private const string ChunkEnd = "chunk.";
    private static readonly TimeSpan Recently = TimeSpan.FromDays(15);

    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    private readonly TableClient _table = storage.Ledger.GetTableClient(Table);

    /// <summary>Claims a file that nobody has claimed.</summary>
    /// <returns>False when it is claimed already.</returns>
    public async Task<bool> ClaimAsync(FileRow row, CancellationToken cancellationToken)
    {
        // First the row by which the sweeper finds the file: a claim that nobody finds again would be lost work.
        await _table.UpsertEntityAsync(
            new TableEntity(Open, row.PartitionKey) { ["BlobName"] = row.BlobName, ["BlobETag"] = row.BlobETag, ["Since"] = row.ReceivedAt },
            TableUpdateMode.Replace, cancellationToken);
        return await AddAsync(row, cancellationToken);
    }

    /// <summary>The row of a file; null when there is none.</summary>
    public async Task<FileRow?> FindAsync(string file, CancellationToken cancellationToken)
    {
        if (!IncomingFile.IsKey(file))
        {
            return null;
        }

        var found = await _table.GetEntityIfExistsAsync<FileRow>(file, FileRow.Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Writes a row that was read.</summary>
    /// <returns>False when somebody else wrote it meanwhile.</returns>
    public async Task<bool> TryUpdateAsync(FileRow row, CancellationToken cancellationToken)
    {
        try
        {
            var written = await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            row.ETag = written.Headers.ETag ?? default;
            return true;
        }
        catch (RequestFailedException e) when (e.Status == PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>Changes a row as it is now, also when others change it meanwhile.</summary>
    /// <param name="file">Key of the file.</param>
    /// <param name="change">Changes the row; returns false when there is nothing to change.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ChangeAsync(string file, Func<FileRow, bool> change, CancellationToken cancellationToken)
    {
        while (await FindAsync(file, cancellationToken) is { } row && change(row))
        {
            if (await TryUpdateAsync(row, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Notes that a chunk is judged. Doing so twice is no fault.</summary>
    public Task<bool> AddChunkAsync(string file, int chunk, CancellationToken cancellationToken) =>
        AddAsync(new TableEntity(file, $"{ChunkPrefix}{chunk:D6}"), cancellationToken);

    /// <summary>Whether a chunk is judged.</summary>
    public async Task<bool> HasChunkAsync(string file, int chunk, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(file, $"{ChunkPrefix}{chunk:D6}", cancellationToken: cancellationToken)).HasValue;

    /// <summary>The chunks of a file that are judged.</summary>
    public async Task<IReadOnlySet<int>> ChunksAsync(string file, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {file} and RowKey ge {ChunkPrefix} and RowKey lt {ChunkEnd}");
        var chunks = new HashSet<int>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            chunks.Add(int.Parse(row.RowKey.AsSpan(ChunkPrefix.Length), System.Globalization.CultureInfo.InvariantCulture));
        }

        return chunks;
    }

    /// <summary>Claims the right to send a file on to completion.</summary>
    /// <returns>False when somebody has it.</returns>
    public Task<bool> ClaimFinalAsync(string file, CancellationToken cancellationToken) =>
        AddAsync(new TableEntity(file, Final), cancellationToken);

    /// <summary>Remembers by what a file is known again (F08); the first file with a key keeps it.</summary>
    /// <param name="address">Where the file came from.</param>
    /// <param name="key">What it is known by: its bytes or its message id.</param>
    /// <param name="file">Key of the file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Key of the first file.</returns>
    public async Task<string> RememberAsync(IncomingFile.Address address, string key, string file, CancellationToken cancellationToken)
    {
        var partition = $"seen-{address.Feed.Name}-{address.Sender}";
        var row = IncomingFile.Hash(key);
        if (await AddAsync(new TableEntity(partition, row) { ["File"] = file }, cancellationToken))
        {
            return file;
        }

        var first = await _table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return first.Value.GetString("File")!;
    }

    /// <summary>Notes that a sender is heard of, and tells when it was heard of before.</summary>
    /// <returns>When the file before this one arrived; null when this is the first.</returns>
    public async Task<DateTimeOffset?> HeardOfAsync(IncomingFile.Address address, FileRow row, CancellationToken cancellationToken)
    {
        var partition = $"heard-{address.Feed.Name}-{address.Sender}";
        var own = Moment(row.ReceivedAt);
        await AddAsync(new TableEntity(partition, own + row.PartitionKey) { ["At"] = row.ReceivedAt }, cancellationToken);

        // Mostly it is not long ago; only a sender who was silent is looked for further back.
        var recent = Moment(row.ReceivedAt - Recently);
        return await LastAsync($"PartitionKey eq {partition} and RowKey ge {recent} and RowKey lt {own}", cancellationToken)
            ?? await LastAsync($"PartitionKey eq {partition} and RowKey lt {recent}", cancellationToken);
    }

    /// <summary>The files that are not done, with when they were claimed.</summary>
    public async IAsyncEnumerable<(IncomingFile File, DateTimeOffset Since)> OpenAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Open}"), cancellationToken: cancellationToken))
        {
            yield return (new IncomingFile(row.GetString("BlobName")!, row.GetString("BlobETag")!), row.GetDateTimeOffset("Since")!.Value);
        }
    }

    /// <summary>Notes that nothing is left to do for a file.</summary>
    public Task CloseAsync(string file, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(Open, file, ETag.All, cancellationToken);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH.mm.ss.fffffff-", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<DateTimeOffset?> LastAsync(FormattableString filter, CancellationToken cancellationToken)
    {
        DateTimeOffset? last = null;
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), select: ["At"], cancellationToken: cancellationToken))
        {
            last = row.GetDateTimeOffset("At");
        }

        return last;
    }

    private async Task<bool> AddAsync<T>(T row, CancellationToken cancellationToken)
        where T : ITableEntity
    {
        try
        {
            await _table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            return false;
        }
    }
}
