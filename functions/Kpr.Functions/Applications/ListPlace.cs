namespace Kpr.Functions.Applications;

/// <summary>A place in a work list.</summary>
/// <param name="List">Key of the list (<see cref="ListKey"/>).</param>
/// <param name="Row">Key of the row: the day that the list is sorted by, and the case.</param>
public sealed record ListPlace(string List, string Row);
