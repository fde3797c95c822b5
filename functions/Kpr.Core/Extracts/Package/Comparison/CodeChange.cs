namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>How the code list of a column changed.</summary>
/// <param name="Column">The column.</param>
/// <param name="Added">Codes that are new.</param>
/// <param name="Removed">Codes that are gone.</param>
/// <param name="Renamed">Codes with another name.</param>
public sealed record CodeChange(string Column, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Renamed);
