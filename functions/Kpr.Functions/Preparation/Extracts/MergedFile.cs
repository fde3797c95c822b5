using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Extracts.Rows;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>A table of an extract, merged into its file, with what was counted while it was written.</summary>
/// <param name="Table">What was merged.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="IdenticalRows">Rows that are equal to another of the same person in every column.</param>
/// <param name="Columns">What was counted, by name of the column.</param>
/// <param name="Risk">Who can be found in it; null for tables of lists.</param>
/// <param name="Leaks">Identity numbers and register keys in it: none must be.</param>
public sealed record MergedFile(MergedTable Table, string Sha256, long IdenticalRows, IReadOnlyDictionary<string, ColumnFigures> Columns, RiskFigures? Risk, long Leaks);
