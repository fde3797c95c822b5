using System.Text.Json.Serialization;
using Kpr.Core.Rules;

namespace Kpr.Core.Receipts;

/// <summary>
/// The answer to a file (kvittering), for machines. Never holds a national identity number. Times are UTC.
/// </summary>
public sealed record Receipt
{
    /// <summary>Number of findings that the receipt itself tells; all stand in the findings file beside it.</summary>
    public const int MaxFindings = 1_000;

    /// <summary>Version of this form.</summary>
    public int ReceiptVersion { get; init; } = 1;

    /// <summary>Address of the receipt that this one takes the place of, where the file was judged again; null for the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Follows { get; init; }

    /// <summary>The file that is answered.</summary>
    public required ReceiptFile File { get; init; }

    /// <summary>What became of it.</summary>
    public required ReceiptStatus Status { get; init; }

    /// <summary>When the file arrived.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When it was judged to the end.</summary>
    public required DateTime CompletedAt { get; init; }

    /// <summary>What the file was judged by; null in receipts from before it was told.</summary>
    public ReceiptReferenceData? ReferenceData { get; init; }

    /// <summary>Records read, and their fates.</summary>
    public required ReceiptCounts Counts { get; init; }

    /// <summary>Number of findings by rule, those included that are not listed here.</summary>
    public required IReadOnlyDictionary<string, long> Rules { get; init; }

    /// <summary>The first 1,000 findings: what rejects the file first, then by record and rule.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether there are more findings than listed.</summary>
    public required bool FindingsTruncated { get; init; }
}
