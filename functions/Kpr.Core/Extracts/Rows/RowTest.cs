using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Whether rows are in a period and fulfil filters.</summary>
internal sealed class RowTest
{
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly int _time;
    private readonly bool _isAnnual;
    private readonly (int Column, int Beside, CellMemo<bool> Holds)[] _filters;

    /// <summary>Prepares.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="filters">What rows must fulfil.</param>
    /// <param name="columns">The columns that are read; takes those that are needed.</param>
    public RowTest(ExtractSource source, DateOnly from, DateOnly to, IReadOnlyList<RowFilter> filters, ReadColumns columns)
    {
        (_from, _to, _isAnnual) = (from, to, source.IsAnnual);
        _time = columns.Place(source.Counted.Time);
        _filters = [.. filters.Select(filter => (columns.Place(filter.Column), filter.Beside is { } beside ? columns.Place(beside) : -1, new CellMemo<bool>(filter.Holds)))];
    }

    /// <summary>Whether the row is taken.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="day">Its day.</param>
    public bool Holds(SegmentCells cells, out DateOnly day)
    {
        if (!cells.TryDay(_time, out day) || day < _from || day > _to || (_isAnnual && new DateOnly(day.Year, 1, 1) < _from))
        {
            return false;
        }

        foreach (var (column, beside, holds) in _filters)
        {
            if (!holds.Of(cells[column], beside < 0 ? default : cells[beside]))
            {
                return false;
            }
        }

        return true;
    }
}
