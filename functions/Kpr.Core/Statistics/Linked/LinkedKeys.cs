using System.Globalization;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Releases;

namespace Kpr.Core.Statistics.Linked;

/// <summary>What tells the units of a table's cells: cells of two tables with the same key count the same.</summary>
internal sealed class LinkedKeys
{
    private readonly TableLayout _layout;
    private readonly IReadOnlyList<string?>[] _parts;
    private readonly IReadOnlyList<string> _limits;
    private readonly string _units;

    /// <summary>Finds the keys of a table.</summary>
    /// <param name="shape">What its cells are of.</param>
    /// <param name="layout">Its cells.</param>
    /// <param name="names">Short names of long lists of codes, the same for all tables.</param>
    public LinkedKeys(OrderedShape shape, TableLayout layout, Dictionary<string, string> names)
    {
        (_layout, _units) = (layout, shape.Units);
        _parts = [.. shape.Parts().Select(parts => (IReadOnlyList<string?>)[.. parts.Select(part => part is null ? null : part.EndsWith('=') ? "" : Short(part))])];
        _limits = [.. shape.Limits.Select(Short)];

        string Short(string part) => names.TryGetValue(part, out var known) ? known : names[part] = names.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The key of a cell; null for one that nobody can be in, by a filter on its own variable.</summary>
    /// <param name="cell">Its place in the layout.</param>
    /// <param name="without">Limits to be left out: the key is then that of what is counted without them.</param>
    public string? Of(int cell, IReadOnlyList<string>? without = null)
    {
        var parts = new List<string>();
        for (var at = 0; at < _parts.Length; at++)
        {
            if (_parts[at][_layout.Node(cell, at)] is { } part)
            {
                if (part.Length == 0)
                {
                    return null;
                }

                parts.Add(part);
            }
        }

        parts.AddRange(without is null ? _limits : _limits.Except(without));
        parts.Sort(StringComparer.Ordinal);
        return $"{_units} {string.Join(' ', parts)}";
    }

    /// <summary>The limits that this table has beyond another's, where it has all of the other's; null where it has none more, or lacks one.</summary>
    public IReadOnlyList<string>? Beyond(LinkedKeys other) =>
        _units == other._units && other._limits.All(_limits.Contains) && _limits.Count > other._limits.Count ? [.. _limits.Except(other._limits)] : null;
}
