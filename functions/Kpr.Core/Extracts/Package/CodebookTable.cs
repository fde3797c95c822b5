using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package;

/// <summary>A table in a codebook, with what was counted in it.</summary>
/// <param name="Table">The table.</param>
/// <param name="File">Its file, with its number of rows.</param>
/// <param name="Persons">Persons with a row in it.</param>
/// <param name="IdenticalRows">Rows that are equal to an earlier row in every column.</param>
/// <param name="Figures">What was counted, by name of the column.</param>
public sealed record CodebookTable(ExtractTable Table, PackagedFile File, long Persons, long IdenticalRows, IReadOnlyDictionary<string, ColumnFigures> Figures)
{
    private const int UnknownWidth = 255;

    /// <summary>Rows of data.</summary>
    public long Rows => File.Rows ?? 0;

    /// <summary>Rows without a value in a column.</summary>
    public long MissingIn(string column) => Figures.TryGetValue(column, out var figures) ? figures.Missing : 0;

    /// <summary>Bytes that a column needs as text of a fixed width; never 0.</summary>
    public int WidthOf(string column) => Figures.TryGetValue(column, out var figures) ? Math.Max(1, figures.Longest) : UnknownWidth;
}
