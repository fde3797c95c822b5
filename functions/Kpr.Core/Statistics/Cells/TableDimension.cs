using System.Diagnostics.CodeAnalysis;

namespace Kpr.Core.Statistics.Cells;

/// <summary>A dimension of a table: its finest codes, the groups of each grouping, and the total.</summary>
public sealed class TableDimension
{
    private TableDimension(string name, DimensionNodes nodes)
    {
        Name = name;
        Codes = nodes.Codes;
        Leaves = nodes.Leaves;
        LeafCount = nodes.LeafCount;
        Sums = nodes.Sums;
        Same = nodes.Same();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its codes: the finest in the order given, then the groups, last the total.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>The finest codes that each code stands for, in rising order.</summary>
    public IReadOnlyList<int[]> Leaves { get; }

    /// <summary>Number of finest codes; they come first.</summary>
    public int LeafCount { get; }

    /// <summary>Position of the total.</summary>
    public int Total => Codes.Count - 1;

    /// <summary>How codes add up. The total is told once for each grouping.</summary>
    public IReadOnlyList<NodeSum> Sums { get; }

    /// <summary>The first code that stands for the same finest codes: a group with one child is its child.</summary>
    public IReadOnlyList<int> Same { get; }

    /// <summary>Makes a dimension.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="leaves">Its finest codes, each once.</param>
    /// <param name="groupings">Ways to group them.</param>
    /// <param name="totalCode">The code of the total.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="fault">Why there is none: a code with two meanings, two parents, a circle.</param>
    public static bool TryCreate(
        string name,
        IReadOnlyList<string> leaves,
        IReadOnlyList<Grouping> groupings,
        string totalCode,
        [NotNullWhen(true)] out TableDimension? dimension,
        [NotNullWhen(false)] out TableFault? fault)
    {
        dimension = null;
        var nodes = new DimensionNodes(name, leaves, totalCode);
        fault = nodes.Fault;
        foreach (var grouping in groupings)
        {
            fault ??= nodes.Add(grouping);
        }

        if (fault is not null)
        {
            return false;
        }

        nodes.Close();
        dimension = new TableDimension(name, nodes);
        return true;
    }
}
