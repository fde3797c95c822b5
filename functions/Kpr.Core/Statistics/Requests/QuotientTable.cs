using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// A table of rates or means, made of the published counts of two others and of nothing else: a cell is there when both its counts are published, and never
/// otherwise.
/// </summary>
/// <param name="quotient">What was ordered.</param>
/// <param name="of">The table that is divided, with its request.</param>
/// <param name="per">The table that it is divided by, with its request.</param>
public sealed class QuotientTable(OrderedQuotient quotient, (TableRequest Request, ProtectedTable Table) of, (TableRequest Request, ProtectedTable Table) per)
{
    /// <summary>Decimals of a quotient.</summary>
    public const int Decimals = 1;

    private const int PersonsOfRate = 1_000;

    private readonly int[] _perDimension =
        [.. per.Request.Variables.Select(variable => of.Request.Variables.ToList().FindIndex(other => other.Column == variable.Column))];

    /// <summary>What was ordered.</summary>
    public OrderedQuotient Quotient => quotient;

    /// <summary>The request whose variables it has.</summary>
    public TableRequest Request => of.Request;

    /// <summary>Its cells.</summary>
    public TableLayout Layout => of.Table.Layout;

    /// <summary>Whether both counts of a cell are published.</summary>
    public bool IsShown(int cell) => Counts(cell) is { Of: not null, Per: not null };

    /// <summary>The quotient of a cell, rounded, halves away from zero; null where a count is not published, or nobody is there to divide by.</summary>
    /// <param name="cell">Its place in the layout.</param>
    public decimal? Value(int cell) => Counts(cell) is ({ } count, { } by) && by != 0
        ? decimal.Round((quotient.Kind == QuotientKind.Rate ? PersonsOfRate : 1) * (decimal)count / by, Decimals, MidpointRounding.AwayFromZero)
        : null;

    private (long? Of, long? Per) Counts(int cell)
    {
        var layout = per.Table.Layout;
        var nodes = _perDimension.Select(at => Layout.Node(cell, at)).ToArray();
        return (of.Table.Published[Layout.CellOf[cell]], per.Table.Published[layout.CellOf[layout.Cell(nodes)]]);
    }
}
