using Azure;
using Azure.Data.Tables;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Functions.Ingest;

/// <summary>The ledger's row of a shipment of an annual report: by it the other one finds it.</summary>
public sealed class PairRow : ITableEntity
{
    /// <summary>Municipality and data year.</summary>
    public string PartitionKey { get; set; } = "";

    /// <summary>Serial number and kind of shipment.</summary>
    public string RowKey { get; set; } = "";

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>Key of the file.</summary>
    public string File { get; set; } = "";

    /// <summary>Kind of shipment.</summary>
    public CareReportShipment Shipment { get; set; }

    /// <summary>Serial number.</summary>
    public long SerialNumber { get; set; }

    /// <summary>Whether the shipment is accepted, wholly or in part: no report with a lower number is taken then (F14).</summary>
    public bool Accepted { get; set; }
}
