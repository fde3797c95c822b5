using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;

namespace Kpr.Core.Linking;

/// <summary>A table of a source, as its manifest tells of it.</summary>
/// <param name="Table">Its name and columns, in the order of the file.</param>
/// <param name="KeyColumn">Name of the column with serial numbers.</param>
/// <param name="File">Its file: CSV in UTF-8 with a header.</param>
public sealed record SourceTable(ExtractTable Table, string KeyColumn, PackagedFile File)
{
    /// <summary>What stands between values: comma, semicolon or tab.</summary>
    public char Delimiter { get; init; } = ',';
}
