using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Requests;

/// <summary>A request for a table (tabellbestilling).</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Rows">The variables down the side.</param>
/// <param name="Columns">The variables along the top.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="SumOf">The column that is summed; null for counts.</param>
/// <param name="Filters">Which rows of the register count: all must hold.</param>
public sealed record TableRequest(
    string Title,
    IReadOnlyList<TableVariable> Rows,
    IReadOnlyList<TableVariable> Columns,
    TableMeasure Measure,
    string? SumOf,
    IReadOnlyList<TableFilter> Filters)
{
    /// <summary>
    /// The column of dates by which a person who stands in several cells is placed, in the latest (the last that is valid counts, as in the
    /// register's own statistics); null where nobody may.
    /// </summary>
    public string? PlacedBy { get; init; }

    /// <summary>
    /// The columns that tell who provided the service: the first that is filled in, of those that a segment has. None where providers are not counted.
    /// </summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Most variables of a table.</summary>
    public const int MostVariables = 5;

    /// <summary>Most cells of a table, margins included.</summary>
    public const int MostCells = 200_000;

    /// <summary>The code of totals.</summary>
    public const string TotalCode = "Total";

    /// <summary>All variables, rows first.</summary>
    public IReadOnlyList<TableVariable> Variables => [.. Rows, .. Columns];

    /// <summary>The shape of the table, without a number in it.</summary>
    /// <param name="preview">The shape.</param>
    /// <returns>Why there is none; null when there is one.</returns>
    public TableFault? Preview(out TablePreview? preview)
    {
        preview = null;
        if (Variables.Count is 0 or > MostVariables)
        {
            return new TableFault($"En tabell har 1–{MostVariables} variabler; denne har {Variables.Count}.");
        }

        if (Variables.DistinctBy(variable => variable.Column).Count() < Variables.Count)
        {
            return new TableFault("Hver variabel kan bare brukes én gang.");
        }

        if ((Measure == TableMeasure.Sum) != (SumOf is not null))
        {
            return new TableFault("En sum trenger en kolonne å summere, og bare den.");
        }

        var dimensions = new List<TableDimension>();
        foreach (var variable in Variables)
        {
            if (!TableDimension.TryCreate(
                variable.Column, [.. variable.Codes, TableVariable.Unknown], variable.Groupings, TotalCode, out var dimension, out var fault))
            {
                return fault;
            }

            dimensions.Add(dimension);
        }

        var cells = dimensions.Aggregate(1L, (cells, dimension) => Math.Min(cells * dimension.Codes.Count, MostCells + 1));
        if (cells > MostCells)
        {
            return new TableFault($"Tabellen får over {MostCells} celler.");
        }

        preview = new TablePreview(
            new TableLayout(dimensions),
            dimensions.Take(Rows.Count).Aggregate(1, (count, dimension) => count * dimension.Codes.Count),
            dimensions.Skip(Rows.Count).Aggregate(1, (count, dimension) => count * dimension.Codes.Count));
        return null;
    }
}
