namespace Kpr.Core.Statistics.Cells;

/// <summary>The cells of a table over dimensions with groupings: every combination of codes, totals included.</summary>
public sealed class TableLayout
{
    private readonly int[] _strides;
    private readonly int[][] _firsts;

    /// <summary>Lays a table out.</summary>
    /// <param name="dimensions">Its dimensions, in order.</param>
    public TableLayout(IReadOnlyList<TableDimension> dimensions)
    {
        Dimensions = dimensions;
        _strides = new int[dimensions.Count];
        CellCount = 1;
        for (var at = dimensions.Count - 1; at >= 0; at--)
        {
            _strides[at] = CellCount;
            CellCount = checked(CellCount * dimensions[at].Codes.Count);
        }

        _firsts = [.. dimensions.Select(dimension => dimension.Same.Distinct().Order().ToArray())];
        var ids = new Dictionary<int, int>();
        CellOf = new int[CellCount];
        for (var cell = 0; cell < CellCount; cell++)
        {
            var first = 0;
            for (var at = 0; at < dimensions.Count; at++)
            {
                first += dimensions[at].Same[Node(cell, at)] * _strides[at];
            }

            CellOf[cell] = ids.TryGetValue(first, out var id) ? id : ids[first] = ids.Count;
        }

        var copies = new int[ids.Count];
        foreach (var id in CellOf)
        {
            copies[id]++;
        }

        System = new CellSystem(copies, [.. Sums()]);
    }

    /// <summary>The dimensions.</summary>
    public IReadOnlyList<TableDimension> Dimensions { get; }

    /// <summary>Number of published cells.</summary>
    public int CellCount { get; }

    /// <summary>The cell of the system that each published cell is.</summary>
    public int[] CellOf { get; }

    /// <summary>The system of cells.</summary>
    public CellSystem System { get; }

    /// <summary>Position of a published cell's code in a dimension.</summary>
    public int Node(int cell, int dimension) => cell / _strides[dimension] % Dimensions[dimension].Codes.Count;

    /// <summary>The published cell at codes' positions.</summary>
    public int Cell(ReadOnlySpan<int> nodes)
    {
        var cell = 0;
        for (var at = 0; at < _strides.Length; at++)
        {
            cell += nodes[at] * _strides[at];
        }

        return cell;
    }

    /// <summary>Adds up all cells from the finest ones.</summary>
    /// <param name="counts">A count for each published cell, of which those of finest codes are read and the others written.</param>
    public void AddUp(long[] counts)
    {
        for (var at = 0; at < Dimensions.Count; at++)
        {
            var dimension = Dimensions[at];
            for (var cell = 0; cell < CellCount; cell++)
            {
                var node = Node(cell, at);
                if (node >= dimension.LeafCount)
                {
                    counts[cell] = 0;
                    foreach (var leaf in dimension.Leaves[node])
                    {
                        counts[cell] += counts[cell + ((leaf - node) * _strides[at])];
                    }
                }
            }
        }
    }

    private IEnumerable<CellSum> Sums()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < Dimensions.Count; at++)
        {
            var same = Dimensions[at].Same;
            seen.Clear();
            foreach (var sum in Dimensions[at].Sums)
            {
                var (total, parts) = (same[sum.Total], sum.Parts.Select(part => same[part]).Order().ToArray());
                if (parts is [var only] && only == total || !seen.Add($"{total}={string.Join('+', parts)}"))
                {
                    continue;
                }

                foreach (var corner in Corners(at))
                {
                    yield return new CellSum(CellOf[corner + (total * _strides[at])], [.. parts.Select(part => CellOf[corner + (part * _strides[at])])]);
                }
            }
        }
    }

    // Every combination of codes in all dimensions but one, each meaning once.
    private IEnumerable<int> Corners(int without)
    {
        IEnumerable<int> corners = [0];
        for (var at = 0; at < Dimensions.Count; at++)
        {
            if (at != without)
            {
                var (stride, firsts) = (_strides[at], _firsts[at]);
                corners = corners.SelectMany(corner => firsts.Select(node => corner + (node * stride)));
            }
        }

        return corners;
    }
}
