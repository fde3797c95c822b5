using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Linked;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Releases;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Xunit.Abstractions;

namespace Kpr.Core.Tests.Statistics;

/// <summary>Whoever has all tables of a request, or orders one after the other, and subtracts what he can.</summary>
public sealed class LinkedAttackTests(ITestOutputHelper output)
{
    private const int Requests = 1_000;

    private static readonly TableOrder Base = new(
        "t", "claims", [new OrderedVariable("bostedKommuneNr", "county")], [new OrderedVariable("kjonn")], TableMeasure.Persons, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    private static readonly OrderedVariable[] Variables =
        [new("bostedKommuneNr", "county"), new("kjonn"), new("fodselsaar", "age-10"), new("fodselsaar", "age-5")];

    private const int Attacks = 8;
    private const int Turns = 3;

    [Fact]
    public void By_elimination_over_all_tables_of_a_request_no_hidden_number_is_found() => Parallel.For(0, Requests, number =>
    {
        var random = new RandomNumbers((ulong)number);
        var rows = Rows(random);
        var orders = Enumerable.Range(0, 2 + random.Below(2)).Select(_ => RandomOrder(random)).ToList();
        var tables = orders.Select(order => Counted(order, rows)).ToList();
        Assert.Null(new LinkedProtection(new Suppression()).Protect(tables, out var result));
        var attacker = new Elimination();
        for (var at = 0; at < tables.Count; at++)
        {
            var (table, made) = (tables[at], result!.Tables[at]);
            var shape = OrderedRelease.ShapeOf(table.Order, table.Request, table.Layout);
            for (var cell = 0; cell < table.Layout.CellCount; cell++)
            {
                // What he knows of a cell are the finest groups of people that it counts; he needs no code of ours for that.
                if (made.Published[table.Layout.CellOf[cell]] is { } value)
                {
                    Assert.True(value == 0 || value >= 5, $"Request {number}: {value} is shown.");
                    attacker.Learn(Atoms(shape, table, cell), value);
                }
            }
        }

        for (var at = 0; at < tables.Count; at++)
        {
            var (table, made) = (tables[at], result!.Tables[at]);
            var shape = OrderedRelease.ShapeOf(table.Order, table.Request, table.Layout);
            foreach (var cell in Enumerable.Range(0, table.Layout.CellCount).Where(cell => made.Published[table.Layout.CellOf[cell]] is null))
            {
                Assert.False(
                    attacker.Knows(Atoms(shape, table, cell)),
                    $"Request {number}, table {at}, {string.Join(" ", Enumerable.Range(0, table.Layout.Dimensions.Count).Select(dimension => table.Layout.Dimensions[dimension].Codes[table.Layout.Node(cell, dimension)]))} = {table.Facts[table.Layout.CellOf[cell]].Count} follows from the others: {string.Join(" | ", orders.Select(Told))}.");
            }
        }
    });

    [Fact]
    public void Whoever_orders_one_table_after_the_other_never_gets_a_small_number_by_subtraction()
    {
        var (released, refused) = (0, 0);
        Parallel.For(0, Attacks, number =>
        {
            var random = new RandomNumbers(1_000 + (ulong)number);
            var rows = Rows(random);
            var (ledger, attacker) = (new ReleaseLedger(new PrimaryRules(), 5, []), new Elimination());
            var (hidden, shown) = (new List<SortedSet<string>>(), new HashSet<string>());
            for (var turn = 0; turn < Turns; turn++)
            {
                var table = Counted(RandomOrder(random, coarse: true), rows);
                Assert.Null(new LinkedProtection(new Suppression()).Protect([table], out var result));
                var release = OrderedRelease.Of($"t{turn}", table.Order, table.Request, result!.Tables[0], ["0"]);
                if (!ledger.Judge(release).MayRelease)
                {
                    Interlocked.Increment(ref refused);
                    continue;
                }

                Interlocked.Increment(ref released);
                ledger = ledger.With(release);
                var shape = OrderedRelease.ShapeOf(table.Order, table.Request, table.Layout);
                for (var cell = 0; cell < table.Layout.CellCount; cell++)
                {
                    if (result.Tables[0].Published[table.Layout.CellOf[cell]] is { } value)
                    {
                        attacker.Learn(Atoms(shape, table, cell), value);
                        shown.Add(string.Join('\n', Atoms(shape, table, cell)));
                    }
                    else
                    {
                        hidden.Add(Atoms(shape, table, cell));
                    }
                }
            }

            // What another table shows is no secret: it was hidden there for another's sake.
            Assert.All(hidden.Where(atoms => !shown.Contains(string.Join('\n', atoms))), atoms => Assert.False(attacker.Knows(atoms), $"Attack {number}: a hidden number follows."));
            foreach (var (atom, value) in attacker.Singles())
            {
                Assert.True(value is 0 or >= 5, $"Attack {number}: {value} persons of {atom} follow.");
            }
        });
        output.WriteLine($"{released} tables released, {refused} refused.");
        Assert.True(released > Attacks && refused > 0, $"{released} tables released, {refused} refused.");
    }

    // Few counties, skewed: some groups are small.
    private static List<string> Rows(RandomNumbers random) => [.. Enumerable.Range(0, 60 + random.Below(200)).Select(at =>
        $"p{at},{((string[])["0301", "1103", "4601"])[Math.Min(random.Below(3), random.Below(4))]},{1 + random.Below(2)},{1950 + (5 * Math.Min(random.Below(6), random.Below(8)))},2024-03-01T10:00:00")];

    private static TableOrder RandomOrder(RandomNumbers random, bool coarse = false)
    {
        var variables = Enumerable.Range(0, 1 + random.Below(2)).Select(_ => Variables[random.Below(Variables.Length - (coarse ? 1 : 0))]).DistinctBy(variable => variable.Variable).ToList();
        IReadOnlyList<OrderedFilter> filters = random.Below(3) switch
        {
            0 when variables.TrueForAll(variable => variable.Variable != "kjonn") => [new OrderedFilter(new OrderedVariable("kjonn"), ["1 Mann"])],
            1 when variables.TrueForAll(variable => variable.Variable != "bostedKommuneNr") => [new OrderedFilter(new OrderedVariable("bostedKommuneNr", "county"), ["03", "11"])],
            _ => [],
        };
        return Base with { Rows = variables, Columns = [], Filters = filters };
    }

    private static string Told(TableOrder order) => $"{string.Join(" × ", order.Rows.Select(row => $"{row.Variable}/{row.Form}"))} where {string.Join(", ", order.Filters.SelectMany(filter => filter.Values))}";

    private static LinkedTable Counted(TableOrder order, List<string> rows)
    {
        Assert.Null(LinkedOrder.Read(order, ReferenceData.Default, out var read));
        var (request, layout) = read[0];
        var count = new TableCount(request, layout);
        Assert.Null(count.Add(new CountedSegment(new MemoryStream(Encoding.UTF8.GetBytes("personKey,bostedKommuneNr,kjonn,fodselsaar,tidspunkt\n" + string.Join('\n', rows) + "\n")))));
        Assert.Null(count.Finish(out var facts));
        return new LinkedTable(order, request, layout, facts, new PrimaryRules());
    }

    // The finest groups: county, sex, five years of age; of the values that occur.
    private static SortedSet<string> Atoms(OrderedShape shape, LinkedTable table, int cell)
    {
        var homes = Of("bostedKommuneNr", ["0301", "1103", "4601"]);
        var sexes = Of("kjonn", ["1 Mann", "2 Kvinne"]);
        var ages = Of("fodselsaar", [.. Enumerable.Range(0, 8).Select(at => (2024 - 1950 - (5 * at)).ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        return new SortedSet<string>(homes.SelectMany(home => sexes.SelectMany(sex => ages.Select(age => $"{home} {sex} {age}"))), StringComparer.Ordinal);

        IEnumerable<string> Of(string name, string[] all)
        {
            for (var at = 0; at < shape.Variables.Count; at++)
            {
                if (shape.Variables[at].Name == name)
                {
                    return all.Intersect(shape.Variables[at].Codes[at < shape.Dimensions ? table.Layout.Node(cell, at) : 0]);
                }
            }

            return all;
        }
    }

    /// <summary>Gaussian elimination over the rational numbers, with numbers of persons in the last place. Shares no line with the audit.</summary>
    private sealed class Elimination
    {
        private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
        private readonly Dictionary<int, Dictionary<int, double>> _rows = [];

        private const int Right = -1;

        public void Learn(SortedSet<string> atoms, long value)
        {
            var row = Reduced(atoms);
            row[Right] = row.GetValueOrDefault(Right) + value;
            if (row.Where(entry => entry.Key != Right && Math.Abs(entry.Value) > 1e-7).Select(entry => (int?)entry.Key).FirstOrDefault() is not { } pivot)
            {
                Assert.True(Math.Abs(row[Right]) < 1e-5, "The published numbers agree with each other.");
                return;
            }

            var scale = row[pivot];
            row = row.Where(entry => Math.Abs(entry.Value) > 1e-9).ToDictionary(entry => entry.Key, entry => entry.Value / scale);
            foreach (var other in _rows.Values.Where(other => other.ContainsKey(pivot)))
            {
                Subtract(other, row, other[pivot]);
            }

            _rows.Add(pivot, row);
        }

        public bool Knows(SortedSet<string> atoms) => atoms.Count > 0 && Reduced(atoms).All(entry => entry.Key == Right || Math.Abs(entry.Value) < 1e-7);

        public IEnumerable<(string Atom, long Value)> Singles() => _rows.Where(row => row.Value.Count(entry => entry.Key != Right && Math.Abs(entry.Value) > 1e-7) == 1)
            .Select(row => (_columns.First(column => column.Value == row.Key).Key, (long)Math.Round(row.Value.GetValueOrDefault(Right))));

        // What is left of a sum of groups when all that is known is taken out.
        private Dictionary<int, double> Reduced(SortedSet<string> atoms)
        {
            var row = atoms.ToDictionary(atom => _columns.TryGetValue(atom, out var known) ? known : _columns[atom] = _columns.Count, _ => 1.0);
            foreach (var (pivot, known) in _rows)
            {
                if (row.TryGetValue(pivot, out var by) && Math.Abs(by) > 1e-9)
                {
                    Subtract(row, known, by);
                }
            }

            return row;
        }

        private static void Subtract(Dictionary<int, double> row, Dictionary<int, double> other, double by)
        {
            foreach (var (column, value) in other)
            {
                row[column] = row.GetValueOrDefault(column) - (by * value);
                if (column != Right && Math.Abs(row[column]) < 1e-9)
                {
                    row.Remove(column);
                }
            }
        }
    }
}
