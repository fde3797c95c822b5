namespace Kpr.Core.Judging;

/// <summary>What would change for a file that is answered, if it were judged by the rules and reference data of today.</summary>
/// <param name="Added">Number of findings that would come, by rule.</param>
/// <param name="Removed">Number of findings that would go, by rule.</param>
/// <param name="NewlyRejected">Number of records that would be rejected and are taken.</param>
/// <param name="NewlyTaken">Number of records that would be taken and are rejected.</param>
/// <param name="Records">The first 100 records for which anything would change, by ordinal; 0 stands for the file.</param>
public sealed record RehearsalOutcome(
    IReadOnlyDictionary<string, long> Added, IReadOnlyDictionary<string, long> Removed, long NewlyRejected, long NewlyTaken, IReadOnlyList<long> Records)
{
    /// <summary>How many records are told by their ordinals.</summary>
    public const int MaxRecords = 100;

    /// <summary>Whether anything would change.</summary>
    public bool Changes => Records.Count > 0;
}
