using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>How the content of a delivery differs from that of an earlier one of the same project: the same extract again, under a later decision.</summary>
/// <param name="Project">The project.</param>
/// <param name="DecisionBefore">Version of the decision of the earlier one.</param>
/// <param name="DecisionAfter">Version of the decision of the later one.</param>
/// <param name="MadeBefore">When the earlier one was made.</param>
/// <param name="MadeAfter">When the later one was made.</param>
/// <param name="Persons">How the persons differ; none of them is ever changed.</param>
/// <param name="Tables">How the tables differ, those of the later one first, in order.</param>
public sealed record DeliveryDiff(
    string Project, int DecisionBefore, int DecisionAfter, DateTimeOffset MadeBefore, DateTimeOffset MadeAfter, RowFigures Persons, IReadOnlyList<TableChange> Tables)
{
    /// <summary>Compares two deliveries in constant memory.</summary>
    /// <exception cref="ArgumentException">They are of different projects, whose keys have nothing in common.</exception>
    /// <exception cref="InvalidDataException">Sums are cut or out of order.</exception>
    public static async Task<DeliveryDiff> OfAsync(DeliveredContent earlier, DeliveredContent later, CancellationToken cancellationToken = default)
    {
        var (old, now) = (earlier.Codebook, later.Codebook);
        if (old.Project != now.Project || old.Keys != now.Keys)
        {
            throw new ArgumentException("Deliveries of different projects, or with different keys, cannot be compared.", nameof(later));
        }

        var tables = new List<TableChange>();
        foreach (var name in now.Tables.Concat(old.Tables).Select(table => table.Table.Name).Distinct(StringComparer.Ordinal))
        {
            var change = Columns(name, old.Find(name), now.Find(name));
            tables.Add(change with { Rows = await RowsAsync(earlier, later, change, cancellationToken) });
        }

        await using var oldPersons = await earlier.OpenPersons(cancellationToken);
        await using var nowPersons = await later.OpenPersons(cancellationToken);
        var persons = await RowFigures.OfAsync(oldPersons, nowPersons, cancellationToken);
        return new DeliveryDiff(now.Project, old.DecisionVersion, now.DecisionVersion, old.Made, now.Made, persons, tables);
    }

    private static async Task<RowFigures?> RowsAsync(DeliveredContent earlier, DeliveredContent later, TableChange change, CancellationToken cancellationToken)
    {
        if (earlier.Codebook.Find(change.Table)?.Table is not { } old || later.Codebook.Find(change.Table)?.Table is not { } now
            || !old.PrimaryKey.SequenceEqual(now.PrimaryKey) || (old.PrimaryKey.Count == 0 && !change.HasSameColumns) || old.PrimaryKey.Any(change.ColumnsChanged.Contains))
        {
            return null;
        }

        await using var oldRows = await earlier.OpenRows(change.Table, cancellationToken);
        await using var nowRows = await later.OpenRows(change.Table, cancellationToken);
        return await RowFigures.OfAsync(oldRows, nowRows, cancellationToken);
    }

    private static TableChange Columns(string name, CodebookTable? earlier, CodebookTable? later)
    {
        var old = earlier?.Table.Columns.ToDictionary(column => column.Name) ?? [];
        var now = later?.Table.Columns.ToDictionary(column => column.Name) ?? [];
        var both = now.Where(column => old.ContainsKey(column.Key)).Select(column => (Old: old[column.Key], Now: column.Value)).ToList();
        return new TableChange(
            name, earlier?.Rows, later?.Rows, [.. now.Keys.Except(old.Keys)], [.. old.Keys.Except(now.Keys)],
            [.. both.Where(pair => pair.Old.Type != pair.Now.Type || pair.Old.Form != pair.Now.Form).Select(pair => pair.Now.Name)],
            [.. both.Select(pair => Codes(pair.Old, pair.Now)).Where(change => change.Added.Count + change.Removed.Count + change.Renamed.Count > 0)]);
    }

    private static CodeChange Codes(ExtractColumn earlier, ExtractColumn later)
    {
        var old = Names(earlier);
        var now = Names(later);
        return new CodeChange(
            later.Name, [.. now.Keys.Except(old.Keys)], [.. old.Keys.Except(now.Keys)], [.. now.Where(code => old.TryGetValue(code.Key, out var name) && name != code.Value).Select(code => code.Key)]);
    }

    private static Dictionary<string, string> Names(ExtractColumn column) => (column.Codes ?? []).DistinctBy(code => code.Key).ToDictionary();
}
