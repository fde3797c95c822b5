namespace Kpr.Core.Statistics.Releases;

/// <summary>What the ledger says of a new table together with the earlier ones.</summary>
/// <param name="Refusal">Why they cannot be judged together, in Norwegian; null when they can.</param>
/// <param name="Findings">The counts that all of them together give away; none: the table may be released.</param>
public sealed record LedgerVerdict(string? Refusal, IReadOnlyList<LedgerFinding> Findings)
{
    /// <summary>Whether the table may be released.</summary>
    public bool MayRelease => Refusal is null && Findings.Count == 0;
}
