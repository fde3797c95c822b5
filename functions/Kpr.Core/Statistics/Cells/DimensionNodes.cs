namespace Kpr.Core.Statistics.Cells;

/// <summary>The codes of a dimension while it is put together.</summary>
internal sealed class DimensionNodes
{
    private readonly string _name;
    private readonly string _totalCode;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<int>> _tops = [];

    public DimensionNodes(string name, IReadOnlyList<string> leaves, string totalCode)
    {
        (_name, _totalCode, LeafCount) = (name, totalCode, leaves.Count);
        for (var leaf = 0; leaf < leaves.Count; leaf++)
        {
            if (!_positions.TryAdd(leaves[leaf], leaf))
            {
                Fault ??= new TableFault($"Koden «{leaves[leaf]}» står to ganger i {name}.");
            }

            Codes.Add(leaves[leaf]);
            Leaves.Add([leaf]);
        }

        if (_positions.ContainsKey(totalCode))
        {
            Fault ??= new TableFault($"Totalkoden «{totalCode}» er også en kode i {name}. Velg en annen med --total-code.");
        }
    }

    public int LeafCount { get; }

    public List<string> Codes { get; } = [];

    public List<int[]> Leaves { get; } = [];

    public List<NodeSum> Sums { get; } = [];

    public TableFault? Fault { get; }

    /// <summary>Adds the groups of a grouping.</summary>
    public TableFault? Add(Grouping grouping)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (child, parent) in grouping.Parents)
        {
            if (parent == _totalCode)
            {
                continue;
            }

            if (child == parent || (!parents.TryAdd(child, parent) && parents[child] != parent))
            {
                return new TableFault($"Koden «{child}» i {_name} har {(child == parent ? "seg selv" : $"både «{parents[child]}» og «{parent}»")} som forelder.");
            }
        }

        var below = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var tops = new List<string>();
        for (var leaf = 0; leaf < LeafCount; leaf++)
        {
            var code = Codes[leaf];
            for (var depth = 0; parents.TryGetValue(code, out var parent); depth++)
            {
                if (depth > parents.Count || (_positions.TryGetValue(parent, out var same) && same < LeafCount))
                {
                    return new TableFault(depth > parents.Count
                        ? $"Grupperingen av {_name} går i ring ved «{parent}»."
                        : $"«{parent}» er både en kode og en gruppe i {_name}.");
                }

                below.TryAdd(parent, []);
                below[parent].Add(leaf);
                parts.TryAdd(parent, []);
                if (!parts[parent].Contains(code))
                {
                    parts[parent].Add(code);
                }

                code = parent;
            }

            if (!tops.Contains(code))
            {
                tops.Add(code);
            }
        }

        return Enter(below, parts, tops);
    }

    /// <summary>Adds the total, behind all others.</summary>
    public void Close()
    {
        var total = Codes.Count;
        Codes.Add(_totalCode);
        Leaves.Add([.. Enumerable.Range(0, LeafCount)]);
        foreach (var top in _tops.DefaultIfEmpty(Leaves[total]))
        {
            Sums.Add(new NodeSum(total, top));
        }
    }

    /// <summary>For each code the first one that stands for the same.</summary>
    public int[] Same()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. Leaves.Select((leaves, node) =>
        {
            var key = string.Join(',', leaves);
            first.TryAdd(key, node);
            return first[key];
        })];
    }

    private TableFault? Enter(Dictionary<string, SortedSet<int>> below, Dictionary<string, List<string>> parts, List<string> tops)
    {
        foreach (var (code, leaves) in below)
        {
            if (_positions.TryGetValue(code, out var known))
            {
                if (!Leaves[known].SequenceEqual(leaves))
                {
                    return new TableFault($"Gruppen «{code}» i {_name} betyr forskjellige ting i to grupperinger.");
                }

                continue;
            }

            _positions.Add(code, Codes.Count);
            Codes.Add(code);
            Leaves.Add([.. leaves]);
        }

        Sums.AddRange(parts.Select(part => new NodeSum(_positions[part.Key], [.. part.Value.Select(code => _positions[code])])));
        _tops.Add([.. tops.Select(code => _positions[code])]);
        return null;
    }
}
