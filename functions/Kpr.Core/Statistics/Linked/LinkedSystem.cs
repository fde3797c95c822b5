using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Releases;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Linked;

/// <summary>
/// Puts tables of one request together: cells that count the same units are one. Where a table counts a part of what another one counts (a filter more),
/// the difference can be computed, and is a cell too, though no table shows it.
/// </summary>
internal sealed class LinkedSystem
{
    private readonly List<int> _copies = [];
    private readonly List<CellSum> _sums = [];
    private readonly List<long> _values = [];
    private readonly List<bool> _primary = [];
    private readonly List<bool> _mayHide = [];
    private readonly List<int> _blocks = [];

    // Where filters leave nobody: zero, and no secret.
    private int _nobody = -1;

    private LinkedSystem(IReadOnlyList<int[]> cellOf) => CellOf = cellOf;

    /// <summary>For each table the cell that each cell of its own system is.</summary>
    public IReadOnlyList<int[]> CellOf { get; }

    public CellSystem System => new(_copies, _sums);

    public IReadOnlyList<long> Values => _values;

    public IReadOnlyList<bool> Primary => _primary;

    public IReadOnlyList<bool> MayHide => _mayHide;

    /// <summary>The blocks that large tables are worked on in; null where there are none.</summary>
    public IReadOnlyList<int>? Blocks => _blocks.Exists(block => block >= 0) ? _blocks : null;

    /// <summary>Puts tables together.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="system">The system; null when there is none.</param>
    /// <returns>Why there is none: counts of the same that differ.</returns>
    public static TableFault? Of(IReadOnlyList<LinkedTable> tables, out LinkedSystem? system)
    {
        system = null;
        var made = new LinkedSystem([.. tables.Select(table => new int[table.Layout.System.Count])]);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var keys = tables.Select((table, at) => new LinkedKeys(OrderedRelease.ShapeOf(table.Order, table.Request, table.Layout), table.Layout, names)).ToArray();
        var block = 0;
        for (var at = 0; at < tables.Count; at++)
        {
            if (!made.Enter(tables[at], at, keys[at], places, ref block))
            {
                return new TableFault("Tabellene teller det samme forskjellig: registeret endret seg under tellingen. Bestill dem på nytt.");
            }
        }

        for (var part = 0; part < tables.Count; part++)
        {
            for (var whole = 0; whole < tables.Count; whole++)
            {
                if (tables[part].Request.Measure != TableMeasure.Sum && keys[part].Beyond(keys[whole]) is { } more)
                {
                    made.Subtract(tables[part], part, keys[part], places, more);
                }
            }
        }

        system = made;
        return null;
    }

    private bool Enter(LinkedTable table, int number, LinkedKeys keys, Dictionary<string, int> places, ref int block)
    {
        var (layout, cellOf) = (table.Layout, CellOf[number]);
        var judged = table.Rules.Judge(layout.System, table.Facts);
        var blocks = TableBlocks.Of(layout);
        Array.Fill(cellOf, -1);
        for (var cell = 0; cell < layout.CellCount; cell++)
        {
            var own = layout.CellOf[cell];
            if (cellOf[own] >= 0)
            {
                continue;
            }

            var facts = table.Facts[own];
            if (keys.Of(cell) is not { } key)
            {
                cellOf[own] = Nobody();
                continue;
            }

            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, place = Add(facts.Count, blocks is null ? -1 : blocks[own] < 0 ? -1 : block + blocks[own]));
            }
            else if (_values[place] != facts.Count)
            {
                return false;
            }

            cellOf[own] = place;
            _copies[place] += layout.System.Copies[own];
            _primary[place] |= judged[own] != PrimaryReasons.None;
            _mayHide[place] |= table.Rules.MayHide(facts.Persons);
        }

        block += blocks?.Max() + 1 ?? 0;
        _sums.AddRange(SumsOf(layout, cellOf));
        return true;
    }

    // What is in the whole and not in the part. Where somebody stands elsewhere in the part than in the whole, they do not add up, and nothing follows.
    private void Subtract(LinkedTable table, int number, LinkedKeys keys, Dictionary<string, int> places, IReadOnlyList<string> more)
    {
        var pairs = Enumerable.Range(0, table.Layout.CellCount)
            .Select(cell => (Part: CellOf[number][table.Layout.CellOf[cell]], Whole: keys.Of(cell, more) is { } key ? places.GetValueOrDefault(key, -1) : -1))
            .Where(pair => pair.Whole >= 0 && pair.Whole != pair.Part).Distinct().ToList();
        if (pairs.Any(pair => _values[pair.Whole] < _values[pair.Part]))
        {
            return;
        }

        var small = OrderedRelease.Small(table.Request.Measure, table.Rules.HideBelow);
        var rest = new Dictionary<int, int>();
        foreach (var (part, whole) in pairs)
        {
            var value = _values[whole] - _values[part];
            var cell = Add(value, _blocks[whole]);
            rest[part] = cell;
            _primary[cell] = value == 0 ? table.Rules.Zeros == ZeroPolicy.Hide : value < small;
            _mayHide[cell] = table.Rules.MayHide(value);
            _sums.Add(new CellSum(whole, [part, cell]));
        }

        // They add up as the parts do.
        _sums.AddRange(SumsOf(table.Layout, CellOf[number])
            .Where(sum => rest.ContainsKey(sum.Total) && sum.Parts.All(rest.ContainsKey))
            .Select(sum => new CellSum(rest[sum.Total], [.. sum.Parts.Select(part => rest[part])])).ToList());
    }

    // Without those that nobody can be in: a group may then be its one child.
    private IEnumerable<CellSum> SumsOf(TableLayout layout, int[] cellOf) => layout.System.Sums
        .Select(sum => new CellSum(cellOf[sum.Total], [.. sum.Parts.Select(part => cellOf[part]).Where(part => part != _nobody)]))
        .Where(sum => sum.Total != _nobody && !sum.Parts.Contains(sum.Total));

    private int Nobody()
    {
        if (_nobody < 0)
        {
            _nobody = Add(0, -1);
            _copies[_nobody] = 1;
        }

        return _nobody;
    }

    private int Add(long value, int block)
    {
        _copies.Add(0);
        _values.Add(value);
        _primary.Add(false);
        _mayHide.Add(false);
        _blocks.Add(block);
        return _values.Count - 1;
    }
}
