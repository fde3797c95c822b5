using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Senders;

/// <summary>
/// The deliveries of each sender, a row each, written when a delivery is answered. A sender's rows are together and in order of
/// arrival, the latest first, so that a page of them is one short read.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed partial class DeliveryLog(StorageAccounts storage)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "deliveries";

    private const int Conflict = 409;

    private readonly TableClient _table = storage.Ledger.GetTableClient(Table);

    /// <summary>Notes an answered delivery; doing so again makes the same.</summary>
    /// <param name="row">The file.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="receipt">Its receipt.</param>
    /// <param name="receiptName">Where the receipt is.</param>
    /// <param name="brought">What else is known of it: edition, report, figures, whether it is repeated.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task NoteAsync(
        FileRow row, IncomingFile.Address address, Receipt receipt, string receiptName, Brought brought, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(RowOf(row, address, receipt, receiptName, brought), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Notes a delivery that is held. An answer takes its place, and stands where it was noted first.</summary>
    /// <returns>Whether it is noted: not when it was held before, or is answered meanwhile.</returns>
    public async Task<bool> NoteHeldAsync(
        FileRow row, IncomingFile.Address address, Receipt receipt, string receiptName, Brought brought, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(RowOf(row, address, receipt, receiptName, brought), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            return false;
        }
    }

    /// <summary>Notes that another receipt has taken the place of a delivery's.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="receivedAt">When the delivery arrived.</param>
    /// <param name="earlier">The earlier receipt.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="receiptName">Where it is.</param>
    /// <param name="figures">What the delivery brings now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReviseAsync(
        string sender, DateTimeOffset receivedAt, string earlier, Receipt receipt, string receiptName, IReadOnlyList<Figure> figures, CancellationToken cancellationToken)
    {
        var (first, end) = (Moment(receivedAt), Moment(receivedAt.AddTicks(-1)));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {sender} and RowKey ge {first} and RowKey lt {end}");
        await foreach (var row in _table.QueryAsync<DeliveryRow>(filter, cancellationToken: cancellationToken))
        {
            if (row.Receipt == earlier || row.Receipt == receiptName)
            {
                (row.Status, row.Receipt, row.Figures) = (receipt.Status.ToString(), receiptName, FigureLines.Write(figures));
                (row.Accepted, row.Rejected, row.Warnings) = (receipt.Counts.Accepted, receipt.Counts.Rejected, receipt.Counts.Warnings);
                row.CompletedAt = new DateTimeOffset(DateTime.SpecifyKind(receipt.CompletedAt, DateTimeKind.Utc));
                await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
            }
        }
    }

    /// <summary>Deliveries of a sender that arrived in a span of time, the latest first.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="from">First moment.</param>
    /// <param name="to">First moment after the span.</param>
    /// <param name="after">Key of the delivery behind which to begin, as <see cref="PlaceOf"/> gave it; null to begin with the latest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<Delivery> ReadAsync(
        string sender, DateTimeOffset from, DateTimeOffset to, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The latest have the smallest keys. A key of a moment alone stands before those of its files.
        var (first, end) = (Moment(to.AddTicks(-1)), Moment(from.AddTicks(-1)));
        var filter = after is null || string.CompareOrdinal(after, first) < 0
            ? TableClient.CreateQueryFilter($"PartitionKey eq {sender} and RowKey ge {first} and RowKey lt {end}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {sender} and RowKey gt {after} and RowKey lt {end}");
        await foreach (var row in _table.QueryAsync<DeliveryRow>(filter, cancellationToken: cancellationToken))
        {
            yield return Of(row);
        }
    }

    /// <summary>Whether a text can be the key of a delivery.</summary>
    public static bool IsPlace(string text) => PlaceForm().IsMatch(text);

    /// <summary>Key of a delivery in its sender's list.</summary>
    public static string PlaceOf(Delivery delivery) => Key(new DateTimeOffset(delivery.ReceivedAt, TimeSpan.Zero), delivery.File);

    private static DeliveryRow RowOf(FileRow row, IncomingFile.Address address, Receipt receipt, string receiptName, Brought brought) => new()
    {
        PartitionKey = address.Sender,
        RowKey = Key(row.ReceivedAt, row.PartitionKey),
        File = row.PartitionKey,
        Feed = address.Feed.Name,
        Name = FileName.Shown(address.Name),
        ReceivedAt = row.ReceivedAt,
        CompletedAt = new DateTimeOffset(DateTime.SpecifyKind(receipt.CompletedAt, DateTimeKind.Utc)),
        Status = receipt.Status.ToString(),
        Read = receipt.Counts.Read,
        Accepted = receipt.Counts.Accepted,
        Rejected = receipt.Counts.Rejected,
        Duplicates = receipt.Counts.Duplicates,
        Warnings = receipt.Counts.Warnings,
        Receipt = receiptName,
        IsRepeated = brought.IsRepeated,
        Edition = brought.Edition is { } edition ? JsonSerializer.Serialize(edition, SendersJson.Default.Edition) : "",
        Report = brought.Report is { } report ? JsonSerializer.Serialize(report, SendersJson.Default.AnnualPart) : "",
        Figures = FigureLines.Write(brought.Figures),
    };

    private static Delivery Of(DeliveryRow row) => new()
    {
        File = row.File,
        Feed = row.Feed,
        Name = row.Name,
        ReceivedAt = row.ReceivedAt.UtcDateTime,
        CompletedAt = row.CompletedAt.UtcDateTime,
        Status = Enum.Parse<ReceiptStatus>(row.Status),
        Counts = new ReceiptCounts(row.Read, row.Accepted, row.Rejected, row.Duplicates, row.Warnings),
        Receipt = row.Receipt,
        IsRepeated = row.IsRepeated,
        Edition = row.Edition.Length == 0 ? null : JsonSerializer.Deserialize(row.Edition, SendersJson.Default.Edition),
        Report = row.Report.Length == 0 ? null : JsonSerializer.Deserialize(row.Report, SendersJson.Default.AnnualPart),
        Figures = FigureLines.Read(row.Figures),
    };

    private static string Key(DateTimeOffset receivedAt, string file) => $"{Moment(receivedAt)}-{file}";

    private static string Moment(DateTimeOffset moment) => (DateTime.MaxValue.Ticks - moment.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{19}-[0-9a-f]{32}\z")]
    private static partial Regex PlaceForm();
}
