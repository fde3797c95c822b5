namespace Kpr.Core.Receipts;

/// <summary>Records of a file by fate: read = accepted + rejected + duplicates, always.</summary>
/// <param name="Read">Records read.</param>
/// <param name="Accepted">Records stored.</param>
/// <param name="Rejected">Records in quarantine.</param>
/// <param name="Duplicates">Records that repeat an earlier one of the file with the same id and content.</param>
/// <param name="Warnings">Number of findings that are warnings.</param>
public sealed record ReceiptCounts(long Read, long Accepted, long Rejected, long Duplicates, long Warnings);
