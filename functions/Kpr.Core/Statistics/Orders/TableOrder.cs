using System.Text.Json.Serialization;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Orders;

/// <summary>A table as somebody orders it (tabellbestilling), by names of the variable catalogue.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Dataset">The dataset that it counts.</param>
/// <param name="Rows">The variables down the side.</param>
/// <param name="Columns">The variables along the top.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public sealed record TableOrder(
    string Title,
    string Dataset,
    IReadOnlyList<OrderedVariable> Rows,
    IReadOnlyList<OrderedVariable> Columns,
    TableMeasure Measure,
    DateOnly From,
    DateOnly To)
{
    /// <summary>The variable that is summed; null for counts.</summary>
    public string? SumOf { get; init; }

    /// <summary>Which records count; all must hold.</summary>
    public IReadOnlyList<OrderedFilter> Filters { get; init; } = [];

    /// <summary>The case that the table is made for; null for the register's own statistics.</summary>
    public string? Case { get; init; }

    /// <summary>
    /// Further tables of the same request: protected and audited with this one as one system, and given out together or not at all. They have none of
    /// their own.
    /// </summary>
    public IReadOnlyList<TableOrder> Also { get; init; } = [];

    /// <summary>Rates and means of the request's tables.</summary>
    public IReadOnlyList<OrderedQuotient> Quotients { get; init; } = [];

    /// <summary>All tables of the request, this one first, each alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<TableOrder> Tables => [this with { Also = [], Quotients = [] }, .. Also];
}
