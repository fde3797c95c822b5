using Kpr.Core.Receipts;
using Kpr.Core.Register;

namespace Kpr.Core.Reporting;

/// <summary>A delivery of a sender, as its list of deliveries shows it. Holds no content and no identity number.</summary>
public sealed record Delivery
{
    /// <summary>Key of the file.</summary>
    public required string File { get; init; }

    /// <summary>Name of the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>Its base name, as the receipt shows it.</summary>
    public required string Name { get; init; }

    /// <summary>When it arrived (UTC).</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When it was answered (UTC); null while it is at work.</summary>
    public DateTime? CompletedAt { get; init; }

    /// <summary>What became of it; null while it is at work.</summary>
    public ReceiptStatus? Status { get; init; }

    /// <summary>Its records by fate; null while it is at work.</summary>
    public ReceiptCounts? Counts { get; init; }

    /// <summary>Address of its receipt; null while there is none.</summary>
    public string? Receipt { get; init; }

    /// <summary>Whether it is the same file as an earlier one: nothing was stored anew.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The delivery among those that may supersede it; null in feeds without.</summary>
    public Edition? Edition { get; init; }

    /// <summary>The annual report that it belongs to; null in other feeds.</summary>
    public AnnualPart? Report { get; init; }

    /// <summary>What it brought, by period and service.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}
