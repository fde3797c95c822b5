using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>What a rehearsal would change for a record, or for the file as a whole.</summary>
/// <param name="Ordinal">The record's place; 0 for the file.</param>
/// <param name="WasRejected">Whether it is rejected.</param>
/// <param name="IsRejected">Whether it would be.</param>
/// <param name="Findings">All that would be told of it: by the rules of today, and what stands as it was told.</param>
public sealed record RecordChange(long Ordinal, bool WasRejected, bool IsRejected, IReadOnlyList<Finding> Findings);
