using System.Globalization;

namespace Kpr.Functions.Statistics;

/// <summary>A file in which a table can be had.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its type.</param>
public sealed record TableFile(string Name, string MediaType)
{
    private const string AuditName = "audit";

    /// <summary>Whether the file is for whoever makes tables only: an audit tells which cells are hidden for their own sake.</summary>
    public bool IsInternal => Name.StartsWith(AuditName, StringComparison.Ordinal);

    /// <summary>A table for Excel and programs: semicolons, one line a cell.</summary>
    /// <param name="table">Place of the table in its request.</param>
    public static TableFile Csv(int table) => new(Numbered("table", table, "csv"), "text/csv; charset=utf-8");

    /// <summary>A table for people, with notes.</summary>
    /// <param name="table">Place of the table in its request.</param>
    public static TableFile Html(int table) => new(Numbered("table", table, "html"), "text/html; charset=utf-8");

    /// <summary>The audit of a table: what anybody can compute about each hidden cell.</summary>
    /// <param name="table">Place of the table in its request.</param>
    public static TableFile Audit(int table) => new(Numbered(AuditName, table, "json"), "application/json; charset=utf-8");

    /// <summary>A table of rates or means, for Excel and programs.</summary>
    /// <param name="quotient">Its place in the request.</param>
    public static TableFile QuotientCsv(int quotient) => Csv(0) with { Name = Numbered("quotient", quotient, "csv") };

    /// <summary>A table of rates or means, for people.</summary>
    /// <param name="quotient">Its place in the request.</param>
    public static TableFile QuotientHtml(int quotient) => Html(0) with { Name = Numbered("quotient", quotient, "html") };

    /// <summary>The files of a table that was made alone: what a state that names none has.</summary>
    public static IReadOnlyList<TableFile> OfOne { get; } = [Csv(0), Html(0), Audit(0)];

    /// <summary>The file of a name, if there may be one.</summary>
    public static TableFile? Find(string name) => Path.GetExtension(name) switch
    {
        ".csv" => Csv(0) with { Name = name },
        ".html" => Html(0) with { Name = name },
        ".json" => Audit(0) with { Name = name },
        _ => null,
    };

    private static string Numbered(string name, int place, string extension) =>
        place == 0 ? $"{name}.{extension}" : string.Create(CultureInfo.InvariantCulture, $"{name}-{place + 1}.{extension}");
}
