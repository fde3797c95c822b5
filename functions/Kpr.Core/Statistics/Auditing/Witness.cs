namespace Kpr.Core.Statistics.Auditing;

/// <summary>A table of whole numbers that the published one could be, told by how it differs from the audit's base table.</summary>
/// <param name="Value">The value of the cell that it is a witness for.</param>
/// <param name="Move">The cells that differ from the base table, and by how much.</param>
public sealed record Witness(long Value, IReadOnlyList<KeyValuePair<int, long>> Move);
