namespace Kpr.Core.Statistics.Rules;

/// <summary>What the primary rules judge a cell by.</summary>
/// <param name="Persons">Number of persons; not of events.</param>
/// <param name="Contributions">What each contributor supplies, in any order; null where contributors do not matter.</param>
public sealed record CellFacts(long Persons, IReadOnlyList<double>? Contributions = null)
{
    /// <summary>What the table shows: the persons, or contacts or a sum of theirs.</summary>
    public long Count { get; init; } = Persons;
}
