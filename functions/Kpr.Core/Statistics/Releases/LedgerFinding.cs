namespace Kpr.Core.Statistics.Releases;

/// <summary>A count that the releases together give away.</summary>
/// <param name="Codes">Its code by variable; variables at their total are left out. Groups are named by their finest codes.</param>
/// <param name="Hidden">Whether a release hid it; else no release showed it, and it follows by difference.</param>
/// <param name="Lower">Its least value.</param>
/// <param name="Upper">Its largest value.</param>
public sealed record LedgerFinding(IReadOnlyDictionary<string, string> Codes, bool Hidden, long Lower, long Upper);
