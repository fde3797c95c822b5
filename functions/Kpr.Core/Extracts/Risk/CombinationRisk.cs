namespace Kpr.Core.Extracts.Risk;

/// <summary>How well some columns find persons.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Combinations">Number of combinations of their values.</param>
/// <param name="SmallestGroup">Persons in the smallest (k); 0 where there are none.</param>
/// <param name="Unique">Combinations that one person has alone.</param>
/// <param name="UniquePersonShare">Share of the persons who are alone in some combination, 0–1.</param>
/// <param name="Small">Combinations of fewer persons than the limit.</param>
/// <param name="SmallPersonShare">Share of the persons who stand in some such combination, 0–1.</param>
/// <param name="Listed">Some of the small ones, 50 at most: their values with a vertical line between.</param>
/// <param name="CountedShare">Share of all combinations that was counted, 1 unless there were more than memory is given for: then by hash, and the numbers are of these.</param>
public sealed record CombinationRisk(
    IReadOnlyList<string> Columns, long Combinations, long SmallestGroup, long Unique, double UniquePersonShare, long Small, double SmallPersonShare,
    IReadOnlyList<KeyValuePair<string, long>> Listed, double CountedShare)
{
    /// <summary>The fewest different main diagnoses in a combination that several persons share (l); null where there is no main diagnosis.</summary>
    public int? FewestDiagnoses { get; init; }

    /// <summary>Combinations that several persons share, all with the same main diagnosis; null where there is none.</summary>
    public long? OfOneDiagnosis { get; init; }
}
