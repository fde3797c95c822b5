using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Functions.Statistics;

/// <summary>The shape of a table, without a number of it.</summary>
/// <param name="Rows">Number of rows, margins included.</param>
/// <param name="Columns">Number of columns, margins included.</param>
/// <param name="Cells">Number of cells, margins included.</param>
/// <param name="Variables">The variables with their codes: the finest, the groups, last the total.</param>
public sealed record TableShape(int Rows, int Columns, int Cells, IReadOnlyList<TableShape.Variable> Variables)
{
    /// <summary>The shapes of the request's other tables; null where there are none.</summary>
    public IReadOnlyList<TableShape>? Also { get; init; }

    /// <summary>The shape of a preview.</summary>
    public static TableShape Of(TableRequest request, TableLayout layout) => new(
        Count(layout.Dimensions.Take(request.Rows.Count)), Count(layout.Dimensions.Skip(request.Rows.Count)), layout.CellCount,
        [.. layout.Dimensions.Select((dimension, at) => new Variable(dimension.Name, request.Variables[at].Norwegian, dimension.LeafCount, dimension.Codes))]);

    private static int Count(IEnumerable<TableDimension> dimensions) => dimensions.Aggregate(1, (count, dimension) => count * dimension.Codes.Count);

    /// <summary>A variable of a table.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Norwegian">Its label.</param>
    /// <param name="Finest">How many of the codes are finest ones.</param>
    /// <param name="Codes">Its codes.</param>
    public sealed record Variable(string Name, string Norwegian, int Finest, IReadOnlyList<string> Codes);
}
