using System.Globalization;
using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Core.Invoices.Bills;

namespace Kpr.Functions.Billing;

/// <summary>
/// Bills in Table storage (docs/adr/0018). A partition a biller: its bills' events are the truth; heads, the number series and what is known of each basis
/// stand beside them and are written in the same transaction. So a number is taken and its bill issued, or neither.
/// </summary>
/// <param name="table">The table of bills.</param>
public sealed class BillStore(TableClient table)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "bills";

    private const string SeriesRow = "series";
    private const string Head = "bill_";
    private const string Event = "event_";
    private const string Basis = "basis_";
    private const string Number = "number_";
    private const int MostBytes = 60_000;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    /// <summary>Reads a bill.</summary>
    /// <exception cref="InvalidDataException">The hash chain is broken: an event was changed, left out or moved.</exception>
    public async Task<StoredBill> LoadAsync(string biller, string id, CancellationToken cancellationToken)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(biller, Head + id, cancellationToken: cancellationToken);
        if (head is not { HasValue: true, Value: { } row })
        {
            return new StoredBill(biller, Bill.New(id), [], EventChain.Start, null);
        }

        var (events, hash) = (new List<Recorded<BillEvent>>(), EventChain.Start);
        var prefix = $"{Event}{id}_";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {biller} and RowKey ge {prefix} and RowKey lt {prefix + "~"}");
        await foreach (var stored in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var line = Bytes(stored);
            hash = EventChain.Next(hash, line);
            if (hash != stored.GetString("Hash"))
            {
                throw new InvalidDataException($"The hash chain of bill {id} is broken in row {stored.RowKey}.");
            }

            events.Add(EventLine.Read<BillEvent>(line));
        }

        // Events that came after the head was read belong to another reading.
        var version = row.GetInt64("Version")!.Value;
        return events.Count == version
            ? new StoredBill(biller, Bill.Fold(id, events), events, hash, row.ETag)
            : await LoadAsync(biller, id, cancellationToken);
    }

    /// <summary>Appends events in one transaction: all of it or nothing.</summary>
    /// <param name="stored">The bill as it was read.</param>
    /// <param name="events">What happened.</param>
    /// <param name="number">The series and the number that is taken of it; null when none is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when somebody else wrote meanwhile: nothing was written, and the bill is to be read again.</returns>
    public async Task<bool> AppendAsync(StoredBill stored, IReadOnlyList<Recorded<BillEvent>> events, NumberSeries? number, CancellationToken cancellationToken)
    {
        var (biller, id, after, hash) = (stored.Biller, stored.Bill.Id, stored.Bill.After(events), stored.Hash);
        var actions = new List<TableTransactionAction>();
        foreach (var recorded in events)
        {
            var line = EventLine.Write(recorded);
            hash = EventChain.Next(hash, line);
            var row = new TableEntity(biller, string.Create(CultureInfo.InvariantCulture, $"{Event}{id}_{recorded.Sequence:D8}")) { ["Hash"] = hash };
            Put(row, line);
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
            if (recorded.Event is BillBasisAdded added)
            {
                actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(biller, $"{Basis}{after.Case}_{added.Basis}") { ["Bill"] = id }));
            }
        }

        var head = new TableEntity(biller, Head + id) { ["Version"] = after.Version, ["State"] = after.State.ToString(), ["Case"] = after.Case, ["Open"] = IsOpen(after) };
        actions.Add(stored.ETag is { } seen
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, seen)
            : new TableTransactionAction(TableTransactionActionType.Add, head));
        if (number is not null)
        {
            var series = new TableEntity(biller, SeriesRow) { ["Next"] = number.Next + 1 };
            actions.Add(number.ETag is { } tag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, series, tag)
                : new TableTransactionAction(TableTransactionActionType.Add, series));
            actions.Add(new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity(biller, string.Create(CultureInfo.InvariantCulture, $"{Number}{number.Next:D10}")) { ["Bill"] = id }));
        }

        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>The next number of a biller's series, to be taken by <see cref="AppendAsync"/> if nobody takes it before.</summary>
    public async Task<NumberSeries> SeriesAsync(string biller, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(biller, SeriesRow, cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } series } ? new NumberSeries(series.GetInt64("Next")!.Value, series.ETag) : new NumberSeries(1, null);
    }

    /// <summary>The bill that a basis of a case stands on; null when it stands on none.</summary>
    public async Task<string?> FindAsync(string biller, string caseId, string basis, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(biller, $"{Basis}{caseId}_{basis}", cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found } ? found.GetString("Bill") : null;
    }

    /// <summary>Ids of a biller's bills.</summary>
    /// <param name="biller">Code of the biller.</param>
    /// <param name="caseId">Of one case; null for all.</param>
    /// <param name="open">Only those that something is still to be sent of.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<string>> ListAsync(string biller, string? caseId, bool open, CancellationToken cancellationToken)
    {
        var (first, last) = (Head, Head + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {biller} and RowKey ge {first} and RowKey lt {last}");
        filter += caseId is null ? "" : TableClient.CreateQueryFilter($" and Case eq {caseId}");
        filter += open ? " and Open eq true" : "";
        var ids = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            ids.Add(row.RowKey[Head.Length..]);
        }

        return ids;
    }

    /// <summary>The numbers of a biller's series that were taken, with the bills that took them.</summary>
    public async Task<IReadOnlyList<(long Number, string Bill)>> NumbersAsync(string biller, CancellationToken cancellationToken)
    {
        var numbers = new List<(long, string)>();
        var (first, last) = (Number, Number + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {biller} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            numbers.Add((long.Parse(row.RowKey.AsSpan(Number.Length), CultureInfo.InvariantCulture), row.GetString("Bill")!));
        }

        return numbers;
    }

    // Something is still to be sent of it.
    private static bool IsOpen(Bill bill) => bill.State == BillState.Issued || bill is { State: BillState.Credited, CreditReceipt: null };

    // A property holds 64 KB; a bill of many hours has more.
    private static void Put(TableEntity row, byte[] line)
    {
        for (var (at, part) = (0, 0); at < line.Length; at += MostBytes, part++)
        {
            row[string.Create(CultureInfo.InvariantCulture, $"Line{part}")] = line[at..Math.Min(line.Length, at + MostBytes)];
        }
    }

    private static byte[] Bytes(TableEntity row)
    {
        var line = new List<byte>();
        for (var part = 0; row.GetBinary(string.Create(CultureInfo.InvariantCulture, $"Line{part}")) is { } piece; part++)
        {
            line.AddRange(piece);
        }

        return [.. line];
    }
}
