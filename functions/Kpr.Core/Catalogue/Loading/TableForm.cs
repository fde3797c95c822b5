namespace Kpr.Core.Catalogue.Loading;

/// <summary>What a table of reference data must look like.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Required">Columns that must be there, in any order.</param>
/// <param name="Optional">Columns that may be there.</param>
/// <param name="IsOptional">Whether a set may do without the table; the others fall back on those of this program.</param>
public sealed record TableForm(string File, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, bool IsOptional = false);
