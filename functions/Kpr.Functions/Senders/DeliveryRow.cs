using Azure;
using Azure.Data.Tables;

namespace Kpr.Functions.Senders;

/// <summary>The row of an answered delivery: what the list of a sender's deliveries shows, and what it brought. Holds no content.</summary>
public sealed class DeliveryRow : ITableEntity
{
    /// <summary>The sender.</summary>
    public string PartitionKey { get; set; } = "";

    /// <summary>When it arrived, the latest first, and the key of the file.</summary>
    public string RowKey { get; set; } = "";

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>Key of the file.</summary>
    public string File { get; set; } = "";

    /// <summary>Name of the feed.</summary>
    public string Feed { get; set; } = "";

    /// <summary>Base name of the file, as its receipt shows it.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset CompletedAt { get; set; }

    /// <summary>What became of it, by its name in receipts.</summary>
    public string Status { get; set; } = "";

    /// <summary>Records read.</summary>
    public long Read { get; set; }

    /// <summary>Records stored.</summary>
    public long Accepted { get; set; }

    /// <summary>Records rejected.</summary>
    public long Rejected { get; set; }

    /// <summary>Records that repeat others.</summary>
    public long Duplicates { get; set; }

    /// <summary>Warnings.</summary>
    public long Warnings { get; set; }

    /// <summary>Address of the receipt.</summary>
    public string Receipt { get; set; } = "";

    /// <summary>Whether it is the same file as an earlier one.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>The delivery among those that may supersede it, as JSON; empty in feeds without.</summary>
    public string Edition { get; set; } = "";

    /// <summary>The annual report that it belongs to, as JSON; empty in other feeds.</summary>
    public string Report { get; set; } = "";

    /// <summary>What it brought, one figure a line: period, service, count.</summary>
    public string Figures { get; set; } = "";
}
