using System.Text;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class RequestTests
{
    private static readonly TableVariable Home = new(
        "municipality", "Kommune", ["0301", "1103", "1108"], [new Grouping([new("0301", "03"), new("1103", "11"), new("1108", "11")])]);

    private static readonly TableVariable Sex = new("sex", "Kjønn", ["Mann", "Kvinne"], [], value => value == "1" ? "Mann" : value == "2" ? "Kvinne" : value);

    [Fact]
    public void A_preview_tells_the_shape_without_a_number()
    {
        Assert.Null(Request(TableMeasure.Persons).Preview(out var preview));

        // Three municipalities, unknown, two counties and the total; two sexes, unknown and the total.
        Assert.Equal((7, 4, 28), (preview!.Rows, preview.Columns, preview.Layout.CellCount));
    }

    [Fact]
    public void More_than_five_variables_or_one_twice_is_refused()
    {
        var six = Enumerable.Range(0, 6).Select(at => Home with { Column = $"c{at}", Groupings = [] }).ToList();

        Assert.Contains("1–5", (Request(TableMeasure.Persons) with { Rows = six }).Preview(out _)!.Message, StringComparison.Ordinal);
        Assert.Contains("én gang", (Request(TableMeasure.Persons) with { Rows = [Home, Home] }).Preview(out _)!.Message, StringComparison.Ordinal);
        Assert.Contains("summere", (Request(TableMeasure.Persons) with { SumOf = "minutes" }).Preview(out _)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Persons_are_counted_once_in_every_margin()
    {
        var facts = Count(Request(TableMeasure.Persons), out var layout, "p1,0301,1,2024,5", "p1,0301,1,2024,7", "p2,1103,2,2024,1", "p3,1108,2,2023,1", "p4,,9,2024,1");

        Assert.Equal(3, facts(("Total", "Total")).Persons);
        Assert.Equal((1L, 1L), (facts(("0301", "Mann")).Persons, facts(("0301", "Mann")).Count));
        Assert.Equal(1, facts((TableVariable.Unknown, TableVariable.Unknown)).Persons);
        Assert.Equal(28, layout.CellCount);
    }

    [Fact]
    public void A_table_of_persons_where_somebody_stands_twice_is_refused()
    {
        Assert.Null(Request(TableMeasure.Persons).Preview(out var preview));
        var count = new TableCount(Request(TableMeasure.Persons), preview!.Layout);
        Assert.Null(count.Add(new CountedSegment(Segment("p1,0301,1,2024,5", "p1,1103,1,2024,7"))));

        Assert.Contains("1 personer står i flere celler", count.Finish(out _)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Contacts_and_sums_are_judged_by_the_persons_behind_them()
    {
        var contacts = Count(Request(TableMeasure.Contacts), out _, "p1,0301,1,2024,5", "p1,0301,1,2024,7", "p1,1103,1,2024,1");
        var sums = Count(Request(TableMeasure.Sum) with { SumOf = "minutes" }, out _, "p1,0301,1,2024,5", "p1,0301,1,2024,7", "p1,1103,1,2024,1");

        Assert.Equal((1L, 3L), (contacts(("Total", "Mann")).Persons, contacts(("Total", "Mann")).Count));
        Assert.Equal((1L, 12L), (sums(("0301", "Total")).Persons, sums(("0301", "Total")).Count));
        Assert.Equal(PrimaryReasons.Few, new PrimaryRules().Judge(sums(("Total", "Total")) with { Count = 900 }));
    }

    [Fact]
    public void Partitions_counted_apart_give_the_same_when_joined()
    {
        Assert.Null(Request(TableMeasure.Contacts).Preview(out var preview));
        var (one, other) = (new TableCount(Request(TableMeasure.Contacts), preview!.Layout), new TableCount(Request(TableMeasure.Contacts), preview.Layout));
        Assert.Null(one.Add(new CountedSegment(Segment("p1,0301,1,2024,5", "p2,1103,2,2024,1"))));
        Assert.Null(other.Add(new CountedSegment(Segment("p1,0301,1,2024,7", ",1108,2,2024,1"))));
        one.Join(other);
        Assert.Null(one.Finish(out var joined));
        var whole = new TableCount(Request(TableMeasure.Contacts), preview.Layout);
        Assert.Null(whole.Add(new CountedSegment(Segment("p1,0301,1,2024,5", "p2,1103,2,2024,1", "p1,0301,1,2024,7", ",1108,2,2024,1"))));
        Assert.Null(whole.Finish(out var together));

        Assert.Equal(together.Select(fact => (fact.Persons, fact.Count)), joined.Select(fact => (fact.Persons, fact.Count)));
        Assert.Equal(1, one.Rows.WithoutPerson);
    }

    [Fact]
    public void A_column_that_the_register_does_not_have_is_refused_by_name()
    {
        Assert.Null(Request(TableMeasure.Persons).Preview(out var preview));
        var count = new TableCount(Request(TableMeasure.Persons) with { Filters = [new TableFilter("salary", new HashSet<string> { "1" })] }, preview!.Layout);

        Assert.Contains("«salary»", count.Add(new CountedSegment(Segment("p1,0301,1,2024,5")))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_given_out_as_csv_for_excel_and_as_html_with_notes()
    {
        var request = Request(TableMeasure.Persons);
        Assert.Null(request.Preview(out var preview));
        var count = new TableCount(request, preview!.Layout);
        var rows = Enumerable.Range(0, 60).Select(person => $"p{person},{(person < 3 ? "1103" : person < 30 ? "0301" : "1108")},{1 + (person % 2)},2024,1").ToArray();
        Assert.Null(count.Add(new CountedSegment(Segment(rows))));
        Assert.Null(count.Finish(out var facts));
        var table = Verified.Protect(preview.Layout, facts);
        var text = TableText.Of(request, table, new PrimaryRules());

        Assert.Empty(table.Audit.NarrowerThan(5));
        Assert.StartsWith("\uFEFFKommune;Kjønn;Antall\r\n", text.Csv(), StringComparison.Ordinal);
        Assert.Contains("1103;Mann;:\r\n", text.Csv(), StringComparison.Ordinal);
        Assert.Contains("<caption>Brukere &lt;2024&gt;</caption>", text.Html(), StringComparison.Ordinal);
        Assert.Contains("Tegnet sier ikke hvilket", text.Html(), StringComparison.Ordinal);
        Assert.Equal(7, text.Html().Split("<th scope=\"row\">").Length - 1);
        Assert.Equal(28, text.Html().Split("<td>").Length - 1);
    }

    private static TableRequest Request(TableMeasure measure) =>
        new("Brukere <2024>", [Home], [Sex], measure, null, [new TableFilter("year", new HashSet<string> { "2024" })]);

    private static MemoryStream Segment(params string[] rows) =>
        new(Encoding.UTF8.GetBytes("ordinal,personKey,municipality,sex,year,minutes\n" + string.Concat(rows.Select((row, at) => $"{at + 1},{row}\n"))));

    private static Func<(string Home, string Sex), CellFacts> Count(TableRequest request, out TableLayout layout, params string[] rows)
    {
        Assert.Null(request.Preview(out var preview));
        var count = new TableCount(request, preview!.Layout);
        Assert.Null(count.Add(new CountedSegment(Segment(rows))));
        Assert.Null(count.Finish(out var facts));
        var cells = layout = preview.Layout;
        return key => facts[cells.CellOf[cells.Cell([cells.Dimensions[0].Codes.ToList().IndexOf(key.Home), cells.Dimensions[1].Codes.ToList().IndexOf(key.Sex)])]];
    }
}
