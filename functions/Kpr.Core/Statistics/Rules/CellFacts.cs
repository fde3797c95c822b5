namespace Kpr.Core.Statistics.Rules;

/// <summary>What the primary rules judge a cell by.</summary>
/// <param name="Persons">Number of persons; not of events.</param>
/// <param name="Contributors">Who supplies it; null where contributors are not known.</param>
public sealed record CellFacts(long Persons, CellContributors? Contributors = null)
{
    /// <summary>What the table shows: the persons, or contacts or a sum of theirs.</summary>
    public long Count { get; init; } = Persons;

    /// <summary>
    /// The persons of the smallest municipality that the cell is a part of, and not the whole; null for a cell that is of no municipality, or of one as
    /// a whole.
    /// </summary>
    public long? MunicipalityPersons { get; init; }
}
