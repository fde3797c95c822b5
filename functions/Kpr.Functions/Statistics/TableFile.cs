namespace Kpr.Functions.Statistics;

/// <summary>A file in which a table can be had.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its type.</param>
public sealed record TableFile(string Name, string MediaType)
{
    /// <summary>The table for Excel and programs: semicolons, one line a cell.</summary>
    public static readonly TableFile Csv = new("table.csv", "text/csv; charset=utf-8");

    /// <summary>The table for people, with notes.</summary>
    public static readonly TableFile Html = new("table.html", "text/html; charset=utf-8");

    /// <summary>The audit: what anybody can compute about each hidden cell.</summary>
    public static readonly TableFile Audit = new("audit.json", "application/json; charset=utf-8");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<TableFile> All = [Csv, Html, Audit];
}
