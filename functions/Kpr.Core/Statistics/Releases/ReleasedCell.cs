namespace Kpr.Core.Statistics.Releases;

/// <summary>A cell of a released table.</summary>
/// <param name="Codes">The place of its code in each variable of the release.</param>
/// <param name="Count">What was published; null where the cell was hidden.</param>
public sealed record ReleasedCell(IReadOnlyList<int> Codes, long? Count);
