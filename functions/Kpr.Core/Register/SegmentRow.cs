namespace Kpr.Core.Register;

/// <summary>A row of a segment.</summary>
/// <param name="Ordinal">The record's position in the file that it came with.</param>
/// <param name="PersonKey">Its person key; empty when it has none.</param>
/// <param name="Values">Its values in the order of the layout's columns; the first is the record's own GUID.</param>
public sealed record SegmentRow(long Ordinal, string PersonKey, string?[] Values);
