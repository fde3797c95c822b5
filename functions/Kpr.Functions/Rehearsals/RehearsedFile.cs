using System.Text.Json.Serialization;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;

namespace Kpr.Functions.Rehearsals;

/// <summary>What judging an answered file by the rules of today would change.</summary>
/// <param name="Receipt">Address of its receipt.</param>
/// <param name="ReceivedAt">When it arrived (UTC).</param>
/// <param name="Status">What became of it.</param>
/// <param name="Outcome">What would change; null when the file is not in the archive any more.</param>
public sealed record RehearsedFile(string Receipt, DateTime ReceivedAt, ReceiptStatus Status, RehearsalOutcome? Outcome)
{
    /// <summary>Address of the receipt that takes the place of the other, where the change was applied; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Applied { get; init; }

    /// <summary>Why it was not applied, in Norwegian; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NotApplied { get; init; }
}
