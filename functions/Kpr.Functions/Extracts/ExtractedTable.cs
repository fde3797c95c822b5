namespace Kpr.Functions.Extracts;

/// <summary>A table of an extract, counted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Persons">Number of persons in them.</param>
public sealed record ExtractedTable(string Name, long Rows, long Persons);
