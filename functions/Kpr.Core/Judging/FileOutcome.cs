using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>What became of a file.</summary>
/// <param name="Status">The status.</param>
/// <param name="Counts">Records by fate.</param>
/// <param name="Rules">Number of findings by rule.</param>
/// <param name="Findings">The findings that the receipt lists.</param>
/// <param name="FindingsTruncated">Whether there are more.</param>
/// <param name="RejectedMessages">For each message of the file, whether all its records are rejected.</param>
public sealed record FileOutcome(
    ReceiptStatus Status,
    ReceiptCounts Counts,
    IReadOnlyDictionary<string, long> Rules,
    IReadOnlyList<Finding> Findings,
    bool FindingsTruncated,
    IReadOnlyList<bool> RejectedMessages);
