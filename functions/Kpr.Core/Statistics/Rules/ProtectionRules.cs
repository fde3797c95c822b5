using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Rules;

/// <summary>
/// The primary rules of registers as data (vernregler.csv): a profile is a set of rows, and all rows that are for a table hold together; of two
/// that ask for the same, the stricter one.
/// </summary>
public sealed class ProtectionRules
{
    /// <summary>The profile of a register that names no other.</summary>
    public const string Standard = "standard";

    private const string File = "vernregler.csv";

    private static readonly string[] Columns = ["register", "profil", "datasett", "mal", "regel", "parametre", "fra", "til", "kilde"];
    private static readonly string[] Needed = ["hide-below", "zeros", "width"];
    private static readonly Lazy<ProtectionRules> Embedded = new(() =>
    {
        var faults = new List<ReferenceFault>();
        return Read(ReferenceTable.Embedded(File), faults) ?? throw new InvalidDataException(string.Join('\n', faults));
    });

    private ProtectionRules(IReadOnlyList<RuleRow> rows) => Rows = rows;

    /// <summary>The rules that the program brings.</summary>
    public static ProtectionRules Default => Embedded.Value;

    /// <summary>All rows, in their order.</summary>
    public IReadOnlyList<RuleRow> Rows { get; }

    /// <summary>Reads rules.</summary>
    /// <param name="table">The table.</param>
    /// <param name="faults">Takes all that is wrong.</param>
    /// <returns>The rules; null when something is wrong.</returns>
    public static ProtectionRules? Read(ReferenceTable table, IList<ReferenceFault> faults)
    {
        foreach (var column in Columns.Where(column => table.TryColumn(column) < 0))
        {
            faults.Add(new ReferenceFault(table.Name, null, column, "Kolonnen mangler."));
        }

        if (faults.Count > 0)
        {
            return null;
        }

        var rows = new List<(int Line, RuleRow Row)>();
        for (var at = 0; at < table.Rows.Count; at++)
        {
            if (Row(table, at, faults) is { } row)
            {
                rows.Add((table.Lines[at], row));
            }
        }

        foreach (var (line, row) in rows)
        {
            // Two numbers for one thing: nobody would know which is meant. A narrower scope may add to a wider one.
            if (rows.Find(other => other.Line < line && other.Row.Rule == row.Rule && other.Row.Dataset == row.Dataset && other.Row.Measure == row.Measure && other.Row.Meets(row)) is { Row: not null } same)
            {
                faults.Add(new ReferenceFault(table.Name, line, "regel", $"«{row.Rule}» i {row.Profile} står også på linje {same.Line}, for samme tid."));
            }

            if (row.Rules.Dominance is { } dominance && rows.Find(other => other.Row.Rules.Dominance is { } theirs && other.Row.Meets(row) && !theirs.Covers(dominance) && !dominance.Covers(theirs)) is { Row: not null } beside)
            {
                faults.Add(new ReferenceFault(table.Name, line, "parametre", $"Av dominansreglene her og på linje {beside.Line} er ingen den strengeste."));
            }
        }

        foreach (var profile in rows.GroupBy(row => (row.Row.Register, row.Row.Profile)))
        {
            foreach (var rule in Needed.Where(rule => !Covers(profile.Where(row => row.Row.Rule == rule && row.Row.Dataset is null && row.Row.Measure is null).Select(row => row.Row.Period))))
            {
                faults.Add(new ReferenceFault(table.Name, null, "regel", $"Profilen «{profile.Key.Profile}» i {profile.Key.Register} mangler «{rule}» for alle datasett til enhver tid."));
            }
        }

        return faults.Count == 0 ? new ProtectionRules([.. rows.Select(row => row.Row)]) : null;
    }

    /// <summary>The names of a register's profiles.</summary>
    public IReadOnlyList<string> ProfilesOf(string register) =>
        [.. Rows.Where(row => row.Register == register).Select(row => row.Profile).Distinct(StringComparer.Ordinal)];

    /// <summary>The rules of a profile for tables of a dataset that count something, on a day; null when there is no such profile.</summary>
    public PrimaryRules? Of(string register, string profile, string dataset, TableMeasure measure, DateOnly day) => Rows
        .Where(row => row.Register == register && row.Profile == profile && row.IsFor(dataset, measure, day))
        .Select(row => row.Rules).Aggregate((PrimaryRules?)null, (all, rule) => all?.And(rule) ?? rule);

    private static RuleRow? Row(ReferenceTable table, int at, IList<ReferenceFault> faults)
    {
        var before = faults.Count;
        var (register, profile, dataset, measure) = (Cell("register"), Cell("profil"), Cell("datasett"), Cell("mal"));
        var counted = TableMeasure.Persons;
        Demand(register.Length > 0, "register", "Registeret mangler.");
        Demand(profile.Length > 0, "profil", "Profilen mangler.");
        Demand(Cell("kilde").Length > 0, "kilde", "Kilden mangler.");
        Demand(dataset.Length == 0 || CountedDataset.Find(dataset) is not null, "datasett", $"Det finnes ikke noe datasett «{dataset}».");
        Demand(measure.Length == 0 || (measure.All(char.IsAsciiLetterLower) && Enum.TryParse(measure, ignoreCase: true, out counted)), "mal", $"«{measure}» telles ikke: persons, contacts eller sum.");
        var period = new Period(Day("fra"), Day("til"));
        Demand(!(period.From > period.To), "til", "Perioden går bakover.");
        var fault = RuleParameters.Read(Cell("regel"), Cell("parametre"), out var rules);
        Demand(fault is null, "parametre", fault ?? "");
        return faults.Count > before
            ? null
            : new RuleRow(register, profile, dataset.Length == 0 ? null : dataset, measure.Length == 0 ? null : counted, Cell("regel"), rules!, period, Cell("kilde"));

        string Cell(string column) => table.Rows[at][table.Column(column)];

        void Demand(bool holds, string column, string message)
        {
            if (!holds)
            {
                faults.Add(new ReferenceFault(table.Name, table.Lines[at], column, message));
            }
        }

        DateOnly? Day(string column)
        {
            var text = Cell(column);
            var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            Demand(read || text.Length == 0, column, $"«{text}» er ikke en dag (åååå-mm-dd).");
            return read ? day : null;
        }
    }

    // Whether there is a period for every day.
    private static bool Covers(IEnumerable<Period> periods)
    {
        DateOnly? open = DateOnly.MinValue;
        foreach (var period in periods.OrderBy(period => period.From ?? DateOnly.MinValue))
        {
            if (open is null || (period.From ?? DateOnly.MinValue) > open)
            {
                break;
            }

            open = period.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : null;
        }

        return open is null;
    }
}
