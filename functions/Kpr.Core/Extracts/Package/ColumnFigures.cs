namespace Kpr.Core.Extracts.Package;

/// <summary>What was counted in a column while its file was written.</summary>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Longest">Length of the longest value in bytes of UTF-8; programs that keep text at a fixed width need it.</param>
public sealed record ColumnFigures(long Missing, int Longest);
