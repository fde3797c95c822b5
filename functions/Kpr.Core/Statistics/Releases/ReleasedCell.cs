namespace Kpr.Core.Statistics.Releases;

/// <summary>A cell of a released table.</summary>
/// <param name="Cell">Which one, of the release's layout.</param>
/// <param name="Count">What was published; null where the cell was hidden.</param>
public sealed record ReleasedCell(int Cell, long? Count);
