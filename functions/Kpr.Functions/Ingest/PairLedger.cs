using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Kpr.Core.Formats.CareReport;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Which shipments of annual reports have come, by municipality, year, serial number and kind. A row is inserted before
/// the other one is looked for: of two that come at once, at least one sees the other.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class PairLedger(StorageAccounts storage)
{
    private const int Conflict = 409;

    private readonly TableClient _table = storage.Ledger.GetTableClient(IngestLedger.Table);

    /// <summary>The shipments of a municipality about a year.</summary>
    public async Task<IReadOnlyList<PairRow>> FindAsync(ShipmentSummary shipment, CancellationToken cancellationToken)
    {
        var rows = new List<PairRow>();
        await foreach (var row in _table.QueryAsync<PairRow>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition(shipment)}"), cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Notes a shipment; the first one with its number keeps it.</summary>
    public async Task AddAsync(ShipmentSummary shipment, string file, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(
                new PairRow
                {
                    PartitionKey = Partition(shipment),
                    RowKey = Row(shipment),
                    File = file,
                    Shipment = shipment.Shipment,
                    SerialNumber = shipment.SerialNumber,
                },
                cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            // Noted by an earlier try, or the number is taken: whoever reads the rows sees which.
        }
    }

    /// <summary>Notes that a shipment is accepted.</summary>
    public async Task AcceptAsync(ShipmentSummary shipment, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityAsync<PairRow>(Partition(shipment), Row(shipment), cancellationToken: cancellationToken);
        row.Value.Accepted = true;
        await _table.UpdateEntityAsync(row.Value, ETag.All, TableUpdateMode.Replace, cancellationToken);
    }

    private static string Partition(ShipmentSummary shipment) =>
        string.Create(CultureInfo.InvariantCulture, $"report-{shipment.Municipality}-{shipment.Year:D4}");

    private static string Row(ShipmentSummary shipment) =>
        string.Create(CultureInfo.InvariantCulture, $"{shipment.SerialNumber:D19}-{shipment.Shipment}");
}
