namespace Kpr.Core.Statistics.Releases;

/// <summary>What the cells of a table are of, told by the finest codes that there are: two cells of tables that are of the same have the same limits and parts.</summary>
/// <param name="Units">Dataset, and what is counted.</param>
/// <param name="Apart">What sets the units apart from others that are told alike: the period of persons, and filters by what varies between contacts.</param>
/// <param name="Variables">The variables of the table, and behind them those that it is limited by.</param>
/// <param name="Dimensions">How many of them are the table's own.</param>
public sealed record OrderedShape(string Units, IReadOnlyList<string> Apart, IReadOnlyList<ReleasedVariable> Variables, int Dimensions)
{
    /// <summary>What all units of the table have in common: filters, period.</summary>
    public IReadOnlyList<string> Limits => [.. Apart.Select(one => $"|{one}"), .. Variables.Skip(Dimensions).Select(variable => Part(variable.Name, variable.Codes[0]))];

    /// <summary>The cells as the ledger keeps them; those that nobody can be in are left out.</summary>
    public IEnumerable<ReleasedCell> Cells(ProtectedTable table) => Enumerable.Range(0, table.Layout.CellCount)
        .Select(cell => new ReleasedCell([.. Enumerable.Range(0, Variables.Count).Select(at => at < Dimensions ? table.Layout.Node(cell, at) : 0)], table.Published[table.Layout.CellOf[cell]]))
        .Where(cell => !cell.Codes.Where((code, at) => Variables[at].Codes[code].Count == 0).Any());

    /// <summary>For each code of each of the table's variables what it stands for; null for all that there is.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Parts() => [.. Variables.Take(Dimensions).Select(variable =>
    {
        var all = variable.All().Count;
        return (IReadOnlyList<string?>)[.. variable.Codes.Select(codes => variable.IsWhole && codes.Count == all ? null : Part(variable.Name, codes))];
    })];

    private static string Part(string name, IReadOnlyList<string> codes) => $"{name}={string.Join('+', codes.Order(StringComparer.Ordinal))}";
}
