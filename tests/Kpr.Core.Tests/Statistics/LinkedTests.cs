using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Linked;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

/// <summary>Several tables of one request: protected as one system, and quotients of what is published of them.</summary>
public sealed class LinkedTests
{
    private static readonly TableOrder BySex = new(
        "Etter kjønn", "claims", [new OrderedVariable("bostedKommuneNr", "county")], [new OrderedVariable("kjonn")], TableMeasure.Persons, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    private static readonly TableOrder ByAge = BySex with { Title = "Etter alder", Columns = [new OrderedVariable("fodselsaar", "age-10")] };

    private static readonly TableOrder Psychic = BySex with
    {
        Title = "Psykisk", Filters = [new OrderedFilter(new OrderedVariable("diagnoser", "chapter"), ["P"])],
    };

    // Person, home, sex, born, chapter, amount. Rogaland has 3 persons in their seventies, and of Oslo's 40 men all but two have P.
    private static readonly IReadOnlyList<string> People =
    [
        .. Enumerable.Range(0, 60).Select(at => Row($"r{at}", at % 2 == 0 ? "1103" : "1108", 1 + (at % 2), at < 3 ? 1950 : 1980, at % 3 == 0 ? "P01" : "L01")),
        .. Enumerable.Range(0, 80).Select(at => Row($"o{at}", "0301", 1 + (at % 2), 1950 + (10 * (at % 4)), at % 2 == 1 ? (at % 4 == 1 ? "P01" : "L01") : at < 4 ? "L01" : "P01")),
    ];

    [Fact]
    public void What_both_tables_show_is_one_cell_and_is_shown_alike_in_both()
    {
        var (result, tables) = Protect([BySex, ByAge], People);

        Assert.Equal(60, Shown(result, tables, 0, "11", "Total"));
        Assert.Equal(Shown(result, tables, 0, "11", "Total"), Shown(result, tables, 1, "11", "Total"));
        Assert.Null(Shown(result, tables, 1, "11", "70–79 år"));

        // Fifteen counties, unknown and the total stand in both.
        Assert.Equal(tables.Sum(table => table.Layout.System.Count) - 17, result.System.Count);
        Hold(result);
    }

    [Fact]
    public void What_one_table_alone_would_show_is_hidden_where_it_gives_a_cell_of_the_other_away()
    {
        // Of the county's 33 persons 3 are in their seventies. The table by age hides them and something more; the other must not show the difference.
        var rows = Enumerable.Range(0, 33).Select(at => Row($"r{at}", "1103", 1 + (at % 2), at < 3 ? 1950 : 1980, "L01"))
            .Concat(Enumerable.Range(0, 50).Select(at => Row($"o{at}", "0301", 1 + (at % 2), 1980, "L01"))).ToList();
        var (alone, tables) = Protect([BySex], rows);
        var (together, both) = Protect([BySex, ByAge], rows);

        Assert.Equal(33, Shown(alone, tables, 0, "11", "Total"));
        Assert.Null(Shown(together, both, 1, "11", "40–49 år"));
        Assert.All(together.Audit.Intervals, interval => Assert.True(interval.Width >= 5 && interval.WitnessWidth >= 5));

        // By either table alone the numbers hold as they do together: nobody wins by leaving one out.
        Hold(together);
        Assert.All(together.Tables, table => Assert.Empty(table.Audit.NarrowerThan(5)));
    }

    [Fact]
    public void The_difference_of_a_table_and_a_part_of_it_is_protected_though_no_table_shows_it()
    {
        var (result, tables) = Protect([BySex, Psychic], People);

        // 38 of Oslo's 40 men: two follow by subtraction, so one of the two numbers is hidden.
        Assert.True(Shown(result, tables, 0, "03", "1 Mann") is null || Shown(result, tables, 1, "03", "1 Mann") is null);
        Assert.Equal(20, Shown(result, tables, 1, "03", "2 Kvinne") ?? 20);
        var (alone, one) = Protect([Psychic], People);
        Assert.Equal(38, Shown(alone, one, 0, "03", "1 Mann"));
        Hold(result);
    }

    [Fact]
    public void A_rate_is_shown_where_both_its_counts_are_and_nowhere_else()
    {
        var (result, tables) = Protect([BySex, Psychic], People);
        var quotient = new QuotientTable(new OrderedQuotient("Rate", QuotientKind.Rate, 1, 0), (tables[1].Request, result.Tables[1]), (tables[0].Request, result.Tables[0]));
        var shown = 0;
        for (var cell = 0; cell < quotient.Layout.CellCount; cell++)
        {
            var (of, per) = (result.Tables[1].Published[quotient.Layout.CellOf[cell]], result.Tables[0].Published[quotient.Layout.CellOf[cell]]);
            Assert.Equal(of is not null && per is not null, quotient.IsShown(cell));
            Assert.Equal(of is { } a && per is { } b && b > 0 ? Math.Round(1000m * a / b, 1, MidpointRounding.AwayFromZero) : null, quotient.Value(cell));
            shown += quotient.Value(cell) is null ? 0 : 1;
        }

        Assert.True(shown > 0);
        var text = TableText.Of(quotient, new PrimaryRules(), "Psykisk", "Etter kjønn");
        Assert.StartsWith("\uFEFFFylke;Kjønn, oppgitt eller etter nummeret;Per 1 000\r\n", text.Csv(), StringComparison.Ordinal);
        Assert.Contains("15;1 Mann;.\r\n", text.Csv(), StringComparison.Ordinal);
        Assert.Contains("<ul lang=\"en\">", text.Html(), StringComparison.Ordinal);
        Assert.Contains("Rundet til én desimal, halve bort fra null", text.Html(), StringComparison.Ordinal);
        Assert.DoesNotContain(text.Csv().Split("\r\n").Skip(1), line => line.EndsWith(";0,0", StringComparison.Ordinal) && line.StartsWith("11;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mean_has_a_decimal_comma_and_may_be_by_fewer_variables()
    {
        var sum = BySex with { Title = "Refusjon", Measure = TableMeasure.Sum, SumOf = "refusjonOre" };
        var order = sum with { Also = [BySex with { Columns = [] }], Quotients = [new OrderedQuotient("Per person", QuotientKind.Mean, 0, 1)] };
        Assert.Null(LinkedOrder.Read(order, ReferenceData.Default, out _));
        var (result, tables) = Protect(order.Tables, People, new PrimaryRules());
        var mean = new QuotientTable(order.Quotients[0], (tables[0].Request, result.Tables[0]), (tables[1].Request, result.Tables[1]));

        // 250 for each contact, half of Oslo's 80 persons men: 10 000 for men divided by all persons of the county.
        var cell = tables[0].Layout.Cell([.. ((string[])["03", "1 Mann"]).Select((code, at) => tables[0].Layout.Dimensions[at].Codes.ToList().IndexOf(code))]);
        Assert.Equal(125m, mean.Value(cell));
        Assert.Contains("03;1 Mann;125,0\r\n", TableText.Of(mean, new PrimaryRules(), "Refusjon", "Etter kjønn").Csv(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, QuotientKind.Rate, "to forskjellige tabeller")]
    [InlineData(0, 2, QuotientKind.Rate, "to forskjellige tabeller")]
    [InlineData(0, 1, QuotientKind.Mean, "et gjennomsnitt er en sum")]
    [InlineData(1, 0, QuotientKind.Rate, "de samme variablene, eller noen av dem")]
    public void A_quotient_that_means_nothing_is_refused(int of, int per, QuotientKind kind, string reason) => Assert.Contains(
        reason,
        LinkedOrder.Read(ByAge with { Also = [BySex with { Columns = [] }], Quotients = [new OrderedQuotient("q", kind, of, per)] }, ReferenceData.Default, out _)!.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Tables_of_a_request_have_none_of_their_own_and_are_not_too_many()
    {
        Assert.Contains("ikke egne tabeller", LinkedOrder.Read(BySex with { Also = [ByAge with { Also = [BySex] }] }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);
        Assert.Contains("høyst 6 tabeller", LinkedOrder.Read(BySex with { Also = [.. Enumerable.Repeat(ByAge, 6)] }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);
        Assert.StartsWith("Etter alder: ", LinkedOrder.Read(BySex with { Also = [ByAge with { Rows = [new OrderedVariable("lonn")] }] }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_filter_leaves_nobody_there_are_no_secrets_and_a_group_with_one_code_left_is_that_code()
    {
        var rows = Enumerable.Range(0, 40).Select(at => Row($"r{at}", at < 37 ? "1103" : "1108", 1 + (at % 2), 1980, "L01")).ToList();
        var order = BySex with { Rows = [new OrderedVariable("bostedKommuneNr")], Columns = [], Filters = [new OrderedFilter(new OrderedVariable("bostedKommuneNr"), ["1103", "0301"])] };
        foreach (var zeros in Enum.GetValues<ZeroPolicy>())
        {
            var (result, tables) = Protect([order], rows, new PrimaryRules { Zeros = zeros });

            Assert.Equal(37, Shown(result, tables, 0, "11"));
            Assert.Equal(0, Shown(result, tables, 0, "4601"));
            Hold(result);
        }
    }

    [Fact]
    public void One_table_in_a_system_is_protected_as_it_is_alone()
    {
        var (result, tables) = Protect([ByAge], People);
        var alone = Verified.Protect(tables[0].Layout, tables[0].Facts);

        Assert.Equal(alone.Published, result.Tables[0].Published);
        Assert.Equal(alone.Primary, result.Tables[0].Primary);
    }

    [Fact]
    public void Counts_of_the_same_that_differ_are_refused()
    {
        var tables = (LinkedTable[])[Counted(BySex, People, new PrimaryRules()), Counted(ByAge, [.. People.Skip(1)], new PrimaryRules())];

        Assert.Contains("teller det samme forskjellig", new LinkedProtection(new Suppression()).Protect(tables, out _)!.Message, StringComparison.Ordinal);
    }

    private static (LinkedResult Result, IReadOnlyList<LinkedTable> Tables) Protect(IReadOnlyList<TableOrder> orders, IReadOnlyList<string> rows, PrimaryRules? rules = null)
    {
        var tables = orders.Select(order => Counted(order, rows, rules ?? new PrimaryRules())).ToList();
        Assert.Null(new LinkedProtection(new Suppression()).Protect(tables, out var result));
        return (result!, tables);
    }

    private static LinkedTable Counted(TableOrder order, IReadOnlyList<string> rows, PrimaryRules rules)
    {
        Assert.Null(LinkedOrder.Read(order, ReferenceData.Default, out var read));
        var (request, layout) = read[0];
        var count = new TableCount(request, layout);
        Assert.Null(count.Add(new CountedSegment(new MemoryStream(Encoding.UTF8.GetBytes(
            "personKey,bostedKommuneNr,kjonn,fodselsaar,tidspunkt,diagnoser,praksisId,refusjonOre\n" + string.Join('\n', rows) + "\n")))));
        Assert.Null(count.Finish(out var facts));
        return new LinkedTable(order, request, layout, facts, rules);
    }

    private static string Row(string person, string home, int sex, int born, string code) =>
        $"{person},{home},{sex},{born},2024-03-01T10:00:00,ICPC-2:{code},p{person[^1]},250";

    private static long? Shown(LinkedResult result, IReadOnlyList<LinkedTable> tables, int table, params string[] codes)
    {
        var layout = tables[table].Layout;
        return result.Tables[table].Published[layout.CellOf[layout.Cell([.. codes.Select((code, at) => layout.Dimensions[at].Codes.ToList().IndexOf(code))])]];
    }

    private static void Hold(LinkedResult result)
    {
        Assert.Null(LinkedProtection.Audit(result));
        var audit = new TableAudit(result.System, result.Published, result.Least).Run(result.Width)!;
        Assert.True(audit.WitnessesHold(result.System, result.Published, result.Least));
    }
}
