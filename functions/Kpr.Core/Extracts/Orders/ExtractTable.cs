namespace Kpr.Core.Extracts.Orders;

/// <summary>A table of an extract: a file.</summary>
/// <param name="Name">Its name, as a column's.</param>
/// <param name="Norwegian">What a row is, in Norwegian.</param>
/// <param name="English">What a row is, in English.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="PrimaryKey">Names of the columns that tell rows apart; empty where none do.</param>
public sealed record ExtractTable(string Name, string Norwegian, string English, IReadOnlyList<ExtractColumn> Columns, IReadOnlyList<string> PrimaryKey)
{
    /// <summary>The table that its rows belong to, by the column of the same name there; null for none.</summary>
    public KeyValuePair<string, string>? Parent { get; init; }

    /// <summary>The table as it is told of where persons have serial numbers of a linkage instead of keys of the project.</summary>
    public ExtractTable UnderSerials() => this with { Columns = [.. Columns.Select(column => column == ExtractForms.PersonColumn ? ExtractForms.SerialColumn : column)] };
}
