using Kpr.Core.Statistics.Cells;

namespace Kpr.Local.Tables;

/// <summary>Makes the layout of a table from its rows and the files of its groupings.</summary>
internal static class TableShape
{
    // Every cell takes part in the audit: a table with more is a mistake in --by.
    private const long MostCells = 500_000;

    /// <summary>Lays the table out.</summary>
    /// <param name="options">The columns and groupings.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="margins">Whether the rows have groups and totals among them.</param>
    /// <param name="warn">Takes what the user should know.</param>
    /// <exception cref="TableInputException">No table can be made of them.</exception>
    public static TableLayout Of(TableOptions options, CountRows rows, bool margins, Action<string> warn)
    {
        var dimensions = new List<TableDimension>();
        var cells = 1L;
        for (var at = 0; at < options.By.Count; at++)
        {
            var name = options.By[at];
            var position = at;
            var codes = rows.Rows.Select(row => row.Codes[position]).Distinct(StringComparer.Ordinal).ToList();
            var files = options.Hierarchies.Where(hierarchy => hierarchy.Column == name).Select(hierarchy => hierarchy.File).ToList();
            var pairs = files.ConvertAll(Pairs);
            if (margins)
            {
                var groups = pairs.SelectMany(parents => parents).Select(pair => pair.Value).Append(options.TotalCode).ToHashSet(StringComparer.Ordinal);
                codes.RemoveAll(groups.Contains);
            }

            Check(name, codes, files, pairs, warn);
            if (!TableDimension.TryCreate(name, codes, [.. pairs.Select(parents => new Grouping(parents))], options.TotalCode, out var dimension, out var fault))
            {
                throw new TableInputException(fault.Message);
            }

            dimensions.Add(dimension);
            cells *= dimension.Codes.Count;
            if (cells > MostCells)
            {
                throw new TableInputException($"Tabellen får over {MostCells} celler. Velg færre kolonner i --by.");
            }
        }

        return new TableLayout(dimensions);
    }

    private static List<KeyValuePair<string, string>> Pairs(string file)
    {
        var rows = DelimitedText.Read(file, InputFile.Read(file)).Rows;
        var bad = rows.FirstOrDefault(row => row.Fields.Length < 2 || row.Fields[0].Length == 0 || row.Fields[1].Length == 0);
        return bad.Fields is null
            ? rows.ConvertAll(row => new KeyValuePair<string, string>(row.Fields[0], row.Fields[1]))
            : throw new TableInputException($"{file}, linje {bad.Line}: ventet barn,forelder.");
    }

    private static void Check(string name, List<string> codes, List<string> files, List<List<KeyValuePair<string, string>>> pairs, Action<string> warn)
    {
        if (codes.Count == 0)
        {
            throw new TableInputException($"{name}: ingen koder som ikke er grupper eller total.");
        }

        for (var at = 0; at < files.Count; at++)
        {
            var children = pairs[at].Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
            var without = codes.Count(code => !children.Contains(code));
            if (without == codes.Count)
            {
                throw new TableInputException($"{files[at]}: ingen av kodene i {name} har en gruppe her.");
            }

            if (without > 0)
            {
                warn($"{files[at]}: {without} av kodene i {name} har ingen gruppe her.");
            }
        }
    }
}
