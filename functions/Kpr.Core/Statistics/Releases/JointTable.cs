using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Releases;

/// <summary>The table over all variables of several releases, of which each release shows some cells.</summary>
internal sealed class JointTable
{
    private const string Total = "*";
    private const string PopulationName = "population";

    private readonly HashSet<int> _hidden = [];
    private readonly long?[] _published;

    private JointTable(TableLayout layout)
    {
        Layout = layout;
        _published = new long?[layout.System.Count];
    }

    public TableLayout Layout { get; }

    public IReadOnlyList<long?> Published => _published;

    public bool Contradicts { get; private set; }

    /// <summary>Joins releases; null when there would be too many cells.</summary>
    public static JointTable? Of(IReadOnlyList<Release> releases, long mostCells)
    {
        var names = releases.SelectMany(release => release.Layout.Dimensions).Select(dimension => dimension.Name).Distinct(StringComparer.Ordinal).ToList();
        var dimensions = names.ConvertAll(name => Join(name, [.. releases.SelectMany(release => release.Layout.Dimensions).Where(dimension => dimension.Name == name)]));
        dimensions.Add(Populations(releases));
        if (dimensions.Aggregate(1L, (cells, dimension) => Math.Min(cells * dimension.Codes.Count, mostCells + 1)) > mostCells)
        {
            return null;
        }

        var joint = new JointTable(new TableLayout(dimensions));
        foreach (var release in releases)
        {
            joint.Enter(release);
        }

        return joint;
    }

    public bool IsHidden(int cell) => _hidden.Contains(cell);

    public LedgerFinding Describe(CellInterval interval)
    {
        var cell = Array.IndexOf(Layout.CellOf, interval.Cell);
        var codes = Enumerable.Range(0, Layout.Dimensions.Count)
            .Select(at => KeyValuePair.Create(Layout.Dimensions[at].Name, Layout.Dimensions[at].Codes[Layout.Node(cell, at)]))
            .Where(code => code.Value != Total);
        return new LedgerFinding(codes.ToDictionary(StringComparer.Ordinal), IsHidden(interval.Cell), interval.Lower, interval.Upper);
    }

    // Every group is a grouping of its own, named by what is in it: two releases may mean different things by one name.
    private static TableDimension Join(string name, IReadOnlyList<TableDimension> dimensions)
    {
        var leaves = dimensions.SelectMany(dimension => dimension.Codes.Take(dimension.LeafCount)).Distinct(StringComparer.Ordinal).ToList();
        var groups = dimensions.SelectMany(dimension => dimension.Leaves.Skip(dimension.LeafCount).Select(group => group.Select(leaf => dimension.Codes[leaf])));
        return Create(name, leaves, groups);
    }

    private static TableDimension Populations(IReadOnlyList<Release> releases) => Create(
        PopulationName, [.. releases.SelectMany(release => release.Population).Distinct(StringComparer.Ordinal)], releases.Select(release => release.Population));

    private static TableDimension Create(string name, List<string> leaves, IEnumerable<IEnumerable<string>> groups)
    {
        var groupings = groups.Select(group => group.Order(StringComparer.Ordinal).ToList())
            .Where(group => group.Count > 1 && group.Count < leaves.Count)
            .DistinctBy(Name)
            .Select(group => new Grouping([.. group.Select(leaf => KeyValuePair.Create(leaf, Name(group)))]));
        return TableDimension.TryCreate(name, leaves, [.. groupings], Total, out var dimension, out var fault)
            ? dimension
            : throw new ArgumentException(fault.Message, nameof(leaves));
    }

    private static string Name(IEnumerable<string> group) => string.Join(" + ", group);

    private void Enter(Release release)
    {
        foreach (var (cell, count) in release.Cells)
        {
            var nodes = Layout.Dimensions.Select(dimension => dimension.Name == PopulationName ? Node(dimension, release.Population) : Node(dimension, Leaves(release, dimension.Name, cell)));
            var at = Layout.CellOf[Layout.Cell([.. nodes])];
            Contradicts |= count is not null && _published[at] is { } known && known != count;
            _published[at] ??= count;
            if (count is null)
            {
                _hidden.Add(at);
            }
        }
    }

    // The finest codes that a cell of a release counts; null where the release does not have the variable, or counts all its codes.
    private static HashSet<string>? Leaves(Release release, string name, int cell)
    {
        for (var at = 0; at < release.Layout.Dimensions.Count; at++)
        {
            if (release.Layout.Dimensions[at] is var dimension && dimension.Name == name)
            {
                return dimension.Leaves[release.Layout.Node(cell, at)].Select(leaf => dimension.Codes[leaf]).ToHashSet(StringComparer.Ordinal);
            }
        }

        return null;
    }

    private static int Node(TableDimension dimension, IReadOnlySet<string>? leaves)
    {
        for (var node = 0; leaves is not null && node < dimension.Codes.Count; node++)
        {
            if (dimension.Leaves[node].Length == leaves.Count && dimension.Leaves[node].All(leaf => leaves.Contains(dimension.Codes[leaf])))
            {
                return node;
            }
        }

        return dimension.Total;
    }
}
