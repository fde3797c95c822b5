using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Releases;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

/// <summary>Tables over the annual report: the year is in the path, the newest report counts, and lists are counted by what stands in them.</summary>
public sealed class ReportTableTests
{
    private static readonly TableOrder Users = new(
        "Brukere", "care-report", [new OrderedVariable("dataar")], [new OrderedVariable("kjonn")], TableMeasure.Persons, new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31));

    private static readonly CountedDataset Report = CountedDataset.Find("care-report")!;

    [Fact]
    public void A_partition_is_a_unit_of_its_own_and_the_years_of_iplos_are_in_no_table()
    {
        Assert.Equal("care-report/2024/0301", Report.UnitOf("care-report/2024/0301"));
        Assert.Null(Report.UnitOf("care-report/iplos/2012/0301"));
        Assert.True(Report.MayHold("care-report/2024/0301", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)));
        Assert.False(Report.MayHold("care-report/2024/0301", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 30)));
        Assert.False(Report.MayHold("care-report/2023/0301", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)));
        Assert.Equal(("2024-12-31", "", ""), (CountedDataset.LastDayOf("care-report/2024/0301"), CountedDataset.LastDayOf("care-report/iplos/2012/0301"), CountedDataset.LastDayOf("claims")));
    }

    [Fact]
    public void A_person_of_two_reports_is_counted_once_in_the_last_year()
    {
        var facts = Count(Users, ("2023", ["p1,1,1940,0301,1,,", "p2,2,1950,0301,1,,"]), ("2024", ["p1,1,1940,0301,1,,"]));

        Assert.Equal((1L, 1L, 2L), (facts(["2024", "1 Mann"]).Count, facts(["2023", "Total"]).Count, facts(["Total", "Total"]).Count));
    }

    [Fact]
    public void Ages_are_those_at_the_end_of_the_data_year_and_plain_codes_are_as_they_stand()
    {
        var facts = Count(
            Users with { Rows = [new OrderedVariable("fodselsar", "age")], Columns = [new OrderedVariable("komNrHjem", "county")], Measure = TableMeasure.Contacts },
            ("2023", ["p1,1,1940,0301,1,,"]), ("2024", ["p1,1,1940,1103,1,,", "p3,1,1941,9999,1,,"]));

        Assert.Equal((1L, 2L, 1L), (facts(["84", "11"]).Count, facts(["83", "Total"]).Count, facts(["Total", TableVariable.Unknown]).Count));
    }

    [Fact]
    public void Services_are_counted_once_a_type_for_each_user_and_judged_by_the_persons()
    {
        var order = Users with { Rows = [new OrderedVariable("tjenester")], Columns = [], Measure = TableMeasure.Contacts };
        var facts = Count(order, ("2024",
        [
            "p1,1,1940,0301,1,,T1:S1:15:2024-01-10::4.50:123456785: T2:S2:15:2024-02-10::2.00:: T3:S3:1:2024-01-10:::: T4::::::",
            "p2,2,1950,0301,1,,T1:S1:15:2024-01-10::4.50::", "p3,2,1950,0301,1,,",
        ]));
        var list = ReferenceData.Default.CodeLists.Get("9151");

        Assert.Equal((2L, 2L), (facts([$"15 {list.Find("15")!.NorwegianName}"]).Count, facts([$"15 {list.Find("15")!.NorwegianName}"]).Persons));
        Assert.Equal((1L, 1L), (facts([$"1 {list.Find("1")!.NorwegianName}"]).Count, facts([TableVariable.Unknown]).Count));
        Assert.Equal((4L, 2L), (facts(["Total"]).Count, facts(["Total"]).Persons));
        Assert.NotEqual(OrderedRelease.Units(order), OrderedRelease.Units(order with { Rows = [new OrderedVariable("kjonn")] }));
        var filtered = Count(order with { Rows = [new OrderedVariable("kjonn")], Filters = [new OrderedFilter(new OrderedVariable("tjenester"), [$"15 {list.Find("15")!.NorwegianName}"])] }, ("2024",
            ["p1,1,1940,0301,1,,T1:S1:15:::::", "p2,2,1950,0301,1,,T1:S1:1:::::"]));
        Assert.Equal((1L, 1L), (filtered(["Total"]).Count, filtered(["1 Mann"]).Count));
    }

    [Fact]
    public void Cases_are_counted_by_their_events()
    {
        var event1 = ReferenceData.Default.CodeLists.Get("9169").Entries[0].Code;
        var facts = Count(Users with { Rows = [new OrderedVariable("saker")], Columns = [], Measure = TableMeasure.Contacts }, ("2024", [$"p1,1,1940,0301,1,S1:{event1}:2024-01-05:2:15 S2:{event1}:2024-02-05:2:15,"]));

        Assert.Equal(1, facts(["Total"]).Count);
        Assert.Equal(0, facts([TableVariable.Unknown]).Count);
    }

    [Theory]
    [InlineData("tjenester", null, TableMeasure.Persons, "velg kontakter")]
    [InlineData("tvang", null, TableMeasure.Contacts, "Tabeller kan ikke lages etter «tvang»")]
    [InlineData("kartlegginger", null, TableMeasure.Contacts, "Tabeller kan ikke lages etter «kartlegginger»")]
    [InlineData("dataar", "month", TableMeasure.Contacts, "Tabeller kan ikke lages etter «dataar» som «month»")]
    public void What_makes_no_table_is_refused(string variable, string? form, TableMeasure measure, string reason) => Assert.Contains(
        reason, TableOrderReading.Read(Users with { Rows = [new OrderedVariable(variable, form)], Columns = [], Measure = measure }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);

    [Fact]
    public void Two_lists_at_once_and_the_year_of_another_dataset_are_refused()
    {
        Assert.Contains("høyst én variabel som er en liste", TableOrderReading.Read(
            Users with { Rows = [new OrderedVariable("tjenester")], Columns = [new OrderedVariable("saker")], Measure = TableMeasure.Contacts }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);
        Assert.Contains("har ikke «dataar»", TableOrderReading.Read(Users with { Dataset = "claims" }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);
    }

    private static Func<string[], CellFacts> Count(TableOrder order, params (string Year, string[] Rows)[] reports)
    {
        Assert.Null(LinkedOrder.Read(order, ReferenceData.Default, out var read));
        var (request, layout) = read[0];
        var count = new TableCount(request, layout);
        foreach (var (year, rows) in reports)
        {
            var content = Encoding.UTF8.GetBytes("personKey,kjonn,fodselsar,komNrHjem,boligtype,saker,tjenester\n" + string.Join('\n', rows) + "\n");
            Assert.Null(count.Add(new CountedSegment(new MemoryStream(content), "0301") { DataYear = CountedDataset.LastDayOf($"care-report/{year}/0301") }));
        }

        Assert.Null(count.Finish(out var facts));
        return codes => facts[layout.CellOf[Cell(layout, codes)]];
    }

    private static int Cell(TableLayout layout, string[] codes) => layout.Cell([.. codes.Select((code, at) => layout.Dimensions[at].Codes.ToList().IndexOf(code))]);
}
