using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Planning;

/// <summary>A dataset of an extract that can be made: its tables, and how their cells follow from the register's.</summary>
/// <param name="Source">The dataset.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Tables">Its tables: the rows first, then their lists.</param>
public sealed record PlannedDataset(ExtractSource Source, DateOnly From, DateOnly To, IReadOnlyList<ExtractTable> Tables)
{
    /// <summary>The table of its rows.</summary>
    public ExtractTable Main => Tables[0];

    /// <summary>What the rows must fulfil.</summary>
    internal IReadOnlyList<RowFilter> Filters { get; init; } = [];

    /// <summary>The columns of <see cref="Main"/> behind the keys of person and row.</summary>
    internal IReadOnlyList<PlannedColumn> Columns { get; init; } = [];

    /// <summary>The lists, in the order of their tables.</summary>
    internal IReadOnlyList<PlannedList> Lists { get; init; } = [];
}
