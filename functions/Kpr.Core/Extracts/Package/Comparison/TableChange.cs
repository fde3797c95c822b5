namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>How a table changed from a delivery to the next.</summary>
/// <param name="Table">Its name.</param>
/// <param name="RowsBefore">Rows in the earlier delivery; null when it had no such table.</param>
/// <param name="RowsAfter">Rows in the later delivery; null when it has no such table.</param>
/// <param name="ColumnsAdded">Columns that are new.</param>
/// <param name="ColumnsRemoved">Columns that are gone.</param>
/// <param name="ColumnsChanged">Columns of another type or form.</param>
/// <param name="Codes">Columns whose code list changed.</param>
public sealed record TableChange(
    string Table, long? RowsBefore, long? RowsAfter, IReadOnlyList<string> ColumnsAdded, IReadOnlyList<string> ColumnsRemoved, IReadOnlyList<string> ColumnsChanged,
    IReadOnlyList<CodeChange> Codes)
{
    /// <summary>
    /// How its rows differ; null when the table is in one delivery only, or rows cannot be compared because columns changed in a table without a key, or its key did. When columns
    /// changed beside the key, every row counts as changed.
    /// </summary>
    public RowFigures? Rows { get; init; }

    /// <summary>Whether its columns are the same.</summary>
    public bool HasSameColumns => ColumnsAdded.Count + ColumnsRemoved.Count + ColumnsChanged.Count == 0;
}
