using Azure;
using Azure.Data.Tables;

namespace Kpr.Functions.Senders;

/// <summary>The row of a reminder. Its key says all that makes it the same: year, feed, sender and day.</summary>
public sealed class ReminderRow : ITableEntity
{
    /// <summary>Data year and feed.</summary>
    public string PartitionKey { get; set; } = "";

    /// <summary>Sender and day of the calendar.</summary>
    public string RowKey { get; set; } = "";

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>The sender.</summary>
    public string Sender { get; set; } = "";

    /// <summary>Its place among the reminders of the year, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The day of the calendar, yyyy-MM-dd.</summary>
    public string On { get; set; } = "";

    /// <summary>When it was noted.</summary>
    public DateTimeOffset NotedAt { get; set; }

    /// <summary>What it says.</summary>
    public string Text { get; set; } = "";
}
