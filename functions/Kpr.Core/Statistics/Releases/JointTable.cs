using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Releases;

/// <summary>
/// The table over all variables of several releases, of which each release shows some cells. Finest codes that no release tells apart are one.
/// </summary>
internal sealed class JointTable
{
    private const string Total = "*";
    private const string PopulationName = "population";

    // What no release names, where one counts it with the rest: a filter says what is counted, not what there is.
    private const string Other = "…";
    private const int NamesShown = 12;

    private readonly HashSet<int> _hidden = [];
    private readonly long?[] _published;
    private readonly Dictionary<string, int>[] _nodes;
    private readonly Dictionary<string, int>[] _atoms;

    private JointTable(TableLayout layout, Dictionary<string, int>[] atoms)
    {
        Layout = layout;
        _atoms = atoms;
        _published = new long?[layout.System.Count];
        _nodes = [.. layout.Dimensions.Select(dimension => dimension.Leaves.Select((leaves, node) => (Key: Key(leaves), node)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.node, StringComparer.Ordinal))];
    }

    public TableLayout Layout { get; }

    public IReadOnlyList<long?> Published => _published;

    public bool Contradicts { get; private set; }

    /// <summary>Joins releases; null when there would be too many cells.</summary>
    public static JointTable? Of(IReadOnlyList<Release> releases, long mostCells)
    {
        var variables = releases.SelectMany(release => release.Variables).ToLookup(variable => variable.Name, StringComparer.Ordinal);
        var (dimensions, atoms, cells) = (new List<TableDimension>(), new List<Dictionary<string, int>>(), 1L);
        foreach (var variable in variables)
        {
            Add(variable.Key, [.. variable.SelectMany(one => one.Codes), .. variable.Select(one => one.All()), .. variable.Count() < releases.Count ? (IReadOnlyList<string>[])[[Other]] : []]);
        }

        Add(PopulationName, [.. releases.Select(release => release.Population)]);
        if (cells > mostCells)
        {
            return null;
        }

        var joint = new JointTable(new TableLayout(dimensions), [.. atoms]);
        foreach (var release in releases)
        {
            joint.Enter(release);
        }

        return joint;

        void Add(string name, IReadOnlyList<IReadOnlyList<string>> sets)
        {
            var atomOf = Atoms(sets, out var names);
            var groups = sets.Select(set => set.Select(code => atomOf[code]).Distinct().Order().ToArray()).Where(group => group.Length > 1 && group.Length < names.Count).DistinctBy(Key).ToList();
            cells = Math.Min(cells * (names.Count + groups.Count + 1), mostCells + 1);
            var groupings = groups.Select((group, number) => new Grouping([.. group.Select(atom => KeyValuePair.Create(names[atom], $"{name} {number}: {Shown(group.Select(one => names[one]))}"))]));
            dimensions.Add(TableDimension.TryCreate(name, names, [.. groupings], Total, out var dimension, out var fault) ? dimension : throw new ArgumentException(fault.Message, nameof(sets)));
            atoms.Add(atomOf);
        }
    }

    public bool IsHidden(int cell) => _hidden.Contains(cell);

    public LedgerFinding Describe(int cell, long lower, long upper)
    {
        var at = Array.IndexOf(Layout.CellOf, cell);
        var codes = Enumerable.Range(0, Layout.Dimensions.Count)
            .Select(dimension => KeyValuePair.Create(Layout.Dimensions[dimension].Name, Layout.Dimensions[dimension].Codes[Layout.Node(at, dimension)]))
            .Where(code => code.Value != Total);
        return new LedgerFinding(codes.ToDictionary(StringComparer.Ordinal), IsHidden(cell), lower, upper);
    }

    // Codes that stand in the same sets are one atom, named by what is in it.
    private static Dictionary<string, int> Atoms(IReadOnlyList<IReadOnlyList<string>> sets, out IReadOnlyList<string> names)
    {
        var signs = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var set = 0; set < sets.Count; set++)
        {
            foreach (var code in sets[set].Distinct(StringComparer.Ordinal))
            {
                if (!signs.TryGetValue(code, out var known))
                {
                    signs.Add(code, known = []);
                }

                known.Add(set);
            }
        }

        var groups = signs.GroupBy(sign => string.Join(',', sign.Value), sign => sign.Key, StringComparer.Ordinal).ToList();
        names = [.. groups.Select((group, number) => group.Count() == 1 ? group.First() : $"{Shown(group)} #{number}")];
        return groups.SelectMany((group, number) => group.Select(code => KeyValuePair.Create(code, number))).ToDictionary(StringComparer.Ordinal);
    }

    private static string Shown(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= NamesShown ? string.Join(" + ", all) : $"{string.Join(" + ", all.Take(NamesShown))} … ({all.Count})";
    }

    private static string Key(int[] atoms) => string.Join(',', atoms);

    private void Enter(Release release)
    {
        var population = Node(Layout.Dimensions.Count - 1, release.Population);
        foreach (var cell in release.Cells)
        {
            var nodes = Layout.Dimensions.Select((dimension, at) =>
                at == Layout.Dimensions.Count - 1 ? population
                : release.Place(dimension.Name) is >= 0 and var variable ? Node(at, release.Variables[variable].Codes[cell.Codes[variable]])
                : dimension.Total);
            Show(Layout.Cell([.. nodes]), cell.Count);
        }

        // What a variable cannot be in this release, nobody is that it counts.
        var counted = Layout.Dimensions.Select((dimension, at) =>
            at == Layout.Dimensions.Count - 1 ? population
            : release.Place(dimension.Name) is >= 0 and var variable && !release.Variables[variable].IsWhole ? Node(at, release.Variables[variable].All())
            : dimension.Total).ToArray();
        for (var at = 0; at < Layout.Dimensions.Count - 1; at++)
        {
            if (release.Place(Layout.Dimensions[at].Name) is >= 0 and var variable && release.Variables[variable].IsWhole)
            {
                var possible = release.Variables[variable].All().Select(code => _atoms[at][code]).ToHashSet();
                foreach (var atom in Enumerable.Range(0, Layout.Dimensions[at].LeafCount).Where(atom => !possible.Contains(atom)))
                {
                    var nodes = (int[])counted.Clone();
                    nodes[at] = atom;
                    Show(Layout.Cell(nodes), 0);
                }
            }
        }
    }

    private void Show(int cell, long? count)
    {
        var at = Layout.CellOf[cell];
        Contradicts |= count is not null && _published[at] is { } known && known != count;
        _published[at] ??= count;
        if (count is null)
        {
            _hidden.Add(at);
        }
    }

    private int Node(int dimension, IReadOnlyList<string> codes) =>
        _nodes[dimension][Key([.. codes.Select(code => _atoms[dimension][code]).Distinct().Order()])];
}
