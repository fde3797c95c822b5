using System.Globalization;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Releases;

/// <summary>Writes a protected table of the register as the ledger keeps it: every code by the finest codes that it stands for.</summary>
public static class OrderedRelease
{
    // Persons have several contacts: a difference of so many for each that would be hidden.
    private const long ContactsOfPerson = 5;

    // What of a person hardly changes within a period: filters by it divide persons. By all else a person may stand on both sides.
    private static readonly string[] OfPersons = ["kjonn", "fodselsaar", "fodselsar", "bostedKommuneNr"];

    /// <summary>What a table's numbers have in common with another's: dataset, and what is counted.</summary>
    public static string Units(TableOrder order) => $"{order.Dataset}-{order.Measure.ToString().ToLowerInvariant()}{(order.SumOf is { } sum ? "-" + sum : "")}";

    /// <summary>Below which count a difference of such tables is taken to tell of few persons.</summary>
    public static long Small(TableMeasure measure, int hideBelow) => measure switch
    {
        TableMeasure.Persons => hideBelow,
        TableMeasure.Contacts => ContactsOfPerson * hideBelow,
        _ => long.MaxValue,
    };

    /// <summary>The release of a table.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="order">What was ordered.</param>
    /// <param name="request">The request made of it.</param>
    /// <param name="table">The protected table.</param>
    /// <param name="states">The states of the register that it counts, oldest first: a later one adds what came since.</param>
    public static Release Of(string id, TableOrder order, TableRequest request, ProtectedTable table, IReadOnlyList<string> states)
    {
        var shape = ShapeOf(order, request, table.Layout);
        var name = string.Join('|', shape.Apart);
        return new Release(id, [.. states.Select(state => $"{name}{state}")], shape.Variables, [.. shape.Cells(table)]);
    }

    /// <summary>What the cells of a table are of, by the finest codes that there are.</summary>
    /// <param name="order">What was ordered.</param>
    /// <param name="request">The request made of it.</param>
    /// <param name="layout">Its cells.</param>
    public static OrderedShape ShapeOf(TableOrder order, TableRequest request, TableLayout layout)
    {
        var time = CountedDataset.Find(order.Dataset)!.Time;
        var persons = order.Measure == TableMeasure.Persons;
        var period = string.Create(CultureInfo.InvariantCulture, $"{order.From:yyyy-MM-dd}/{order.To:yyyy-MM-dd}");
        var filters = request.Filters.Where(filter => filter.Variable is not null).GroupBy(filter => filter.Column, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(filter => Finest(filter.Variable!, filter.Values)).Aggregate((one, other) => [.. one.Intersect(other)]), StringComparer.Ordinal);

        // Persons are counted once in a period: two periods of persons do not add up. Nor do persons by what varies between their contacts.
        var apart = persons ? filters.Keys.Where(column => !OfPersons.Contains(column)).Order(StringComparer.Ordinal).Select(column => $"{column}={string.Join('+', filters[column])}").Prepend(period) : [];
        var variables = new List<ReleasedVariable>();
        for (var at = 0; at < layout.Dimensions.Count; at++)
        {
            var (dimension, variable) = (layout.Dimensions[at], request.Variables[at]);
            IReadOnlyList<string>? within = filters.TryGetValue(variable.Column, out var only) && !(persons && !OfPersons.Contains(variable.Column)) ? only : null;
            var codes = dimension.Leaves.Select(leaves => Finest(variable, leaves.Select(leaf => dimension.Codes[leaf])))
                .Select(codes => (IReadOnlyList<string>)[.. (within is null ? codes : codes.Intersect(within)).SelectMany(Days)]);
            variables.Add(new ReleasedVariable(persons && variable.Column == time ? $"{time} {period}" : variable.Column, [.. codes], within is null && (persons || variable.Column != time)));
        }

        var beyond = filters.Where(filter => !request.Variables.Any(variable => variable.Column == filter.Key) && (!persons || OfPersons.Contains(filter.Key))).ToList();
        foreach (var (column, codes) in beyond)
        {
            variables.Add(new ReleasedVariable(column, [codes], IsWhole: false));
        }

        if (!persons && !request.Variables.Any(variable => variable.Column == time))
        {
            variables.Add(new ReleasedVariable(time, [[.. Days(period)]], IsWhole: false));
        }

        return new OrderedShape(Units(order), [.. apart], variables, layout.Dimensions.Count);
    }

    private static IReadOnlyList<string> Finest(TableVariable variable, IEnumerable<string> codes)
    {
        if (variable.Finest is not { } finest)
        {
            return [.. codes];
        }

        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        return [.. finest.Where(pair => wanted.Contains(pair.Value)).Select(pair => pair.Key), .. wanted.Contains(TableVariable.Unknown) ? [TableVariable.Unknown] : Array.Empty<string>()];
    }

    // A span is its days.
    private static IEnumerable<string> Days(string code)
    {
        var parts = code.Split('/');
        if (parts.Length != 2 || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", out var from) || !DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", out var to))
        {
            return [code];
        }

        return Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(day => from.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
