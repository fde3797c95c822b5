using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

/// <summary>A witness written out and added up from its finest cells alone.</summary>
internal sealed class WitnessTable
{
    private readonly TableLayout _layout;
    private readonly long[] _told;
    private readonly long[] _added;

    private WitnessTable(TableLayout layout, long[] cells)
    {
        _layout = layout;
        _told = [.. layout.CellOf.Select(cell => cells[cell])];
        _added = (long[])_told.Clone();
        layout.AddUp(_added);
    }

    public long this[int cell] => _told[Array.IndexOf(_layout.CellOf, cell)];

    public static WitnessTable Of(TableLayout layout, AuditResult audit, Witness witness)
    {
        var cells = audit.Base!.ToArray();
        foreach (var (cell, change) in witness.Move)
        {
            cells[cell] += change;
        }

        return new WitnessTable(layout, cells);
    }

    public bool AgreesWith(IReadOnlyList<long?> published, long least) =>
        _told.SequenceEqual(_added)
        && Enumerable.Range(0, _layout.CellCount).All(cell => published[_layout.CellOf[cell]] is { } value ? _told[cell] == value : _told[cell] >= least);
}
