using Kpr.Core.Register;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Requests;

/// <summary>The nodes of a variable that is a list: one for each that stands in it.</summary>
/// <param name="variable">The variable.</param>
/// <param name="dimension">Its dimension.</param>
internal sealed class ListedNodes(TableVariable variable, TableDimension dimension)
{
    private readonly Func<string, string, int> _node = RowCells.NodeOf(variable, dimension);

    private SegmentColumn? _list;
    private SegmentColumn? _beside;

    /// <summary>Goes to another block.</summary>
    public void Begin(SegmentColumn list, SegmentColumn beside) => (_list, _beside) = (list, beside);

    /// <summary>The nodes of a row; none where its list is empty.</summary>
    public IEnumerable<int> Of(int row)
    {
        var beside = _beside!.StringOf(row);
        return variable.Split!(_list!.StringOf(row)).Select(one => _node(one, beside));
    }
}
