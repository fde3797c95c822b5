namespace Kpr.Core.Extracts.Rows;

/// <summary>Rows of a table of an extract, sorted, for <see cref="ExtractMerge"/>.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Content">The rows, each with its length in front.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record PackedRun(string Table, ReadOnlyMemory<byte> Content, long Rows);
