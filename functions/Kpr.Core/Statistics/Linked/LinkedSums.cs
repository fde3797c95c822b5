using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Releases;

namespace Kpr.Core.Statistics.Linked;

/// <summary>
/// Finds the cells of one table that a cell of another one is the sum of: men of two counties in a table that is limited to the two, men by county in a table that is
/// limited to men. Neither table tells of it alone.
/// </summary>
internal sealed class LinkedSums
{
    // Longer sums tell of single cells what shorter ones do not already in theory only.
    private const int MostParts = 400;

    private readonly TableLayout _whole;
    private readonly TableLayout _parts;
    private readonly bool _fits;

    // For each variable of the whole and each of its codes: the codes of the other table's variable that make it up; null where none do.
    private readonly int[]?[][] _nodes;
    private readonly int[] _places;
    private readonly List<int[]> _limited;

    /// <summary>Compares two tables.</summary>
    /// <param name="whole">What the cells of the table are of whose cells are sums.</param>
    /// <param name="wholeLayout">Its cells.</param>
    /// <param name="parts">What the cells of the other table are of.</param>
    /// <param name="partsLayout">Its cells.</param>
    public LinkedSums(OrderedShape whole, TableLayout wholeLayout, OrderedShape parts, TableLayout partsLayout)
    {
        (_whole, _parts) = (wholeLayout, partsLayout);
        _limited = [[.. partsLayout.Dimensions.Select(dimension => dimension.Total)]];
        _places = [.. Enumerable.Range(0, whole.Dimensions).Select(at => Place(parts, whole.Variables[at].Name))];
        _nodes = [.. Enumerable.Range(0, whole.Dimensions).Select(at => whole.Variables[at].Codes.Select(codes => Nodes(whole.Variables[at], codes, parts, _places[at])).ToArray())];

        // What limits either table must be told alike by the other; what one does not name at all is everything to it.
        _fits = whole.Units == parts.Units && whole.Apart.SequenceEqual(parts.Apart)
            && parts.Variables.Index().All(other => whole.Variables.Any(variable => variable.Name == other.Item.Name) || (other.Index < parts.Dimensions && other.Item.IsWhole));
        foreach (var limit in whole.Variables.Skip(whole.Dimensions))
        {
            var place = Place(parts, limit.Name);
            if (Nodes(limit, limit.Codes[0], parts, place) is not { } nodes)
            {
                _fits = false;
                break;
            }

            _limited = Over(_limited, place, nodes);
        }
    }

    /// <summary>The cells of the other table, by their place in its layout, that a cell is the sum of; null where it is the sum of none.</summary>
    /// <param name="cell">Its place in the layout.</param>
    public IReadOnlyList<int>? Of(int cell)
    {
        if (!_fits)
        {
            return null;
        }

        var corners = _limited;
        for (var at = 0; at < _places.Length; at++)
        {
            if (_nodes[at][_whole.Node(cell, at)] is not { } nodes || corners.Count * nodes.Length > MostParts)
            {
                return null;
            }

            corners = Over(corners, _places[at], nodes);
        }

        return [.. corners.Select(corner => _parts.Cell(corner))];
    }

    // What the other table does not name, or is limited by itself, has no place in its layout.
    private List<int[]> Over(List<int[]> corners, int place, int[] nodes) => place < 0 || place >= _parts.Dimensions.Count ? corners :
    [
        .. corners.SelectMany(corner => nodes.Select(node =>
        {
            var next = (int[])corner.Clone();
            next[place] = node;
            return next;
        })),
    ];

    private static int Place(OrderedShape shape, string name) => shape.Variables.Index().Where(variable => variable.Item.Name == name).Select(variable => variable.Index).DefaultIfEmpty(-1).First();

    // The one code of the other's variable that is the same, or its finest codes that are so together.
    private static int[]? Nodes(ReleasedVariable variable, IReadOnlyList<string> codes, OrderedShape parts, int place)
    {
        if (codes.Count == 0)
        {
            return null;
        }

        if (place < 0)
        {
            return variable.IsWhole && codes.Count == variable.All().Count ? [0] : null;
        }

        var (other, wanted) = (parts.Variables[place], codes.ToHashSet(StringComparer.Ordinal));
        if (variable.IsWhole && other.IsWhole && codes.Count == variable.All().Count)
        {
            return [other.Codes.Count - 1];
        }

        var same = other.Codes.Index().FirstOrDefault(code => code.Item.Count == wanted.Count && code.Item.All(wanted.Contains), (-1, []));
        if (same.Index >= 0)
        {
            return [same.Index];
        }

        // Disjoint, smallest first: each finest code is taken once.
        var (left, found) = (wanted.Count, new List<int>());
        foreach (var (index, item) in other.Codes.Index().Where(code => code.Item.Count > 0 && code.Item.Count < wanted.Count).OrderBy(code => code.Item.Count).ThenBy(code => code.Index))
        {
            if (item.All(wanted.Contains))
            {
                found.Add(index);
                wanted.ExceptWith(item);
                left -= item.Count;
            }
        }

        return left == 0 ? [.. found] : null;
    }
}
