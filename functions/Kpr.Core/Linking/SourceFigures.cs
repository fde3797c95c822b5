namespace Kpr.Core.Linking;

/// <summary>How well a source was linked.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Delivered">Whether it came at all.</param>
/// <param name="Persons">Persons of the population with a row from it.</param>
/// <param name="Rows">Rows that it delivered, held ones too.</param>
/// <param name="UnmatchedRows">Rows whose serial number is not in the batch.</param>
/// <param name="HeldTables">Tables that were held.</param>
public sealed record SourceFigures(string Source, bool Delivered, long Persons, long Rows, long UnmatchedRows, int HeldTables)
{
    /// <summary>The share of the population with a row, 0 to 1; null when nothing came, or the population is empty.</summary>
    public double? MatchRate { get; init; }
}
