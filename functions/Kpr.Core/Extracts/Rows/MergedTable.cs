namespace Kpr.Core.Extracts.Rows;

/// <summary>A table of an extract that has been written.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">Number of rows, without the header.</param>
/// <param name="Persons">Number of persons who have rows in it.</param>
/// <param name="Bytes">Its length.</param>
public sealed record MergedTable(string Table, long Rows, long Persons, long Bytes);
