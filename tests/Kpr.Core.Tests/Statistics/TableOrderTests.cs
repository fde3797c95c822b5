using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class TableOrderTests
{
    private static readonly TableOrder Order = new(
        "Kontakter", "claims", [new OrderedVariable("bostedKommuneNr")], [new OrderedVariable("kjonn")], TableMeasure.Contacts, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    [Fact]
    public void Municipalities_are_grouped_by_county_and_those_that_were_renumbered_counted_where_they_went()
    {
        var (request, layout) = Read(Order with { Filters = [new OrderedFilter(new OrderedVariable("bostedKommuneNr"), ["11"])] });
        var homes = layout.Dimensions[0];

        // 357 municipalities and unknown, 15 counties, the total.
        Assert.Equal((358, 358 + 15 + 1), (homes.LeafCount, homes.Codes.Count));
        var facts = Count(request, layout, "p1,1103,1,1980,2024-03-01T10:00:00,", "p2,1141,1,1980,2024-03-01T10:00:00,", "p3,1130,2,1980,2024-03-01T10:00:00,", "p4,0301,2,1980,2024-03-01T10:00:00,");

        // Finnøy (1141) has been a part of Stavanger (1103) since 2020; the filter is of Rogaland (11).
        Assert.Equal(2, facts(["1103", "1 Mann"]).Count);
        Assert.Equal(3, facts(["11", "Total"]).Count);
        Assert.Equal(3, facts(["Total", "Total"]).Count);
    }

    [Theory]
    [InlineData("month", "2024-03,2024K1,2024")]
    [InlineData("quarter", "2024K1,2024")]
    [InlineData("year", "2024")]
    public void Dates_are_months_quarters_and_years(string form, string codes)
    {
        var (request, layout) = Read(Order with { Rows = [new OrderedVariable("tidspunkt", form)], From = new DateOnly(2023, 7, 1) });
        var facts = Count(request, layout, "p1,1103,1,1980,2024-03-01T10:00:00,", "p1,1103,1,1980,2023-12-31T23:59:59,", "p1,1103,1,1980,2023-06-30T10:00:00,");

        Assert.All(codes.Split(','), code => Assert.Equal(1, facts([code, "Total"]).Count));
        Assert.Equal(2, facts(["Total", "Total"]).Count);
    }

    [Theory]
    [InlineData("age", "43", "40–44 år")]
    [InlineData("age-5", "40–44 år", "40–49 år")]
    [InlineData("age-10", "40–49 år", "40–49 år")]
    public void The_age_at_the_end_of_the_year_falls_into_bands(string form, string finest, string band)
    {
        var (request, layout) = Read(Order with { Rows = [new OrderedVariable("fodselsaar", form)], Columns = [] });
        var facts = Count(request, layout, "p1,1103,1,1981,2024-03-01T10:00:00,", "p2,1103,1,1901,2024-03-01T10:00:00,", "p3,1103,1,,2024-03-01T10:00:00,", "p4,1103,1,2025,2024-03-01T10:00:00,");

        Assert.Equal((1L, 1L), (facts([finest]).Count, facts([band]).Count));
        Assert.Equal(1, facts([form == "age" ? "105+" : "90 år og over"]).Count);
        Assert.Equal(2, facts([TableVariable.Unknown]).Count);
    }

    [Fact]
    public void Diagnoses_are_chapters_of_the_main_diagnosis_of_primary_care()
    {
        var (request, layout) = Read(Order with { Rows = [new OrderedVariable("diagnoser", "chapter")], Columns = [] });
        var facts = Count(
            request, layout, "p1,1103,1,1981,2024-03-01T10:00:00,ICPC-2:L09 ICPC-2:A01", "p2,1103,1,1981,2024-03-01T10:00:00,ICPC-2B:L09.0001", "p3,1103,1,1981,2024-03-01T10:00:00,ICD-10:M545", "p4,1103,1,1981,2024-03-01T10:00:00,ICPC-2:Q99");

        Assert.Equal((2L, 2L, 0L), (facts(["L"]).Count, facts([TableVariable.Unknown]).Count, facts(["A"]).Count));
    }

    [Fact]
    public void A_person_is_counted_once_where_he_stood_last()
    {
        var (request, layout) = Read(Order with { Measure = TableMeasure.Persons });
        var facts = Count(request, layout, "p1,1103,1,1980,2024-03-02T10:00:00,", "p1,0301,1,1980,2024-09-01T10:00:00,", "p1,1103,1,1980,2024-01-01T10:00:00,");

        Assert.Equal((1L, 0L, 1L), (facts(["0301", "Total"]).Count, facts(["1103", "Total"]).Count, facts(["Total", "Total"]).Count));
    }

    [Fact]
    public void Units_counted_apart_and_persons_joined_bucket_by_bucket_give_what_one_count_gives()
    {
        foreach (var measure in (TableMeasure[])[TableMeasure.Persons, TableMeasure.Contacts])
        {
            for (var seed = 0UL; seed < 40; seed++)
            {
                var random = new RandomNumbers(seed);
                var rows = Enumerable.Range(0, 300).Select(_ => $"p{random.Below(60)},{(random.Below(3) == 0 ? "0301" : "1103")},{1 + random.Below(2)},1980,2024-{1 + random.Below(12):00}-01T10:00:00,").ToArray();
                var (request, layout) = Read(Order with { Measure = measure });
                var whole = new TableCount(request, layout);
                Assert.Null(whole.Add(new CountedSegment(Segment(rows))));
                Assert.Null(whole.Finish(out var expected));

                var buckets = 1 + random.Below(7);
                var units = rows.Chunk(70).Select(part =>
                {
                    var unit = new TableCount(request, layout);
                    Assert.Null(unit.Add(new CountedSegment(Segment(part))));
                    return unit;
                }).ToList();
                var sum = units.Aggregate(TableTally.Empty, (sum, unit) => sum.Plus(unit.Rows));
                for (var bucket = 0; bucket < buckets; bucket++)
                {
                    var persons = new PersonCells(request.PlacedBy is not null);
                    foreach (var unit in units)
                    {
                        persons.Read(new MemoryStream(unit.Persons.Write(bucket, buckets)));
                    }

                    sum = sum.Plus(TableTally.Of(persons, layout));
                }

                Assert.Null(sum.Facts(request, layout, out var joined));
                Assert.Equal(expected.Select(fact => (fact.Persons, fact.Count)), joined.Select(fact => (fact.Persons, fact.Count)));
                Assert.Equal(rows.Select(row => row.Split(',')[0]).Distinct().Count(), joined[layout.CellOf[layout.CellCount - 1]].Persons);
            }
        }
    }

    [Theory]
    [InlineData("Det finnes ikke noe datasett", "persons", "kjonn", null)]
    [InlineData("Variabelkatalogen har ikke «lonn»", "claims", "lonn", null)]
    [InlineData("Variabelkatalogen har ikke «personKey»", "claims", "personKey", null)]
    [InlineData("Variabelkatalogen har ikke «guid»", "claims", "guid", null)]
    [InlineData("Tabeller kan ikke lages etter «takster»", "claims", "takster", null)]
    [InlineData("Tabeller kan ikke lages etter «kjonn» som «county»", "claims", "kjonn", "county")]
    public void A_variable_outside_the_catalogue_is_refused_by_name(string reason, string dataset, string variable, string? form) => Assert.Contains(
        reason, TableOrderReading.Read(Order with { Dataset = dataset, Rows = [new OrderedVariable(variable, form)] }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);

    [Fact]
    public void What_was_not_collected_in_the_period_is_refused() => Assert.Contains(
        "ikke samlet inn", TableOrderReading.Read(Order with { From = new DateOnly(2010, 1, 1), To = new DateOnly(2010, 12, 31) }, ReferenceData.Default, out _)!.Message, StringComparison.Ordinal);

    [Fact]
    public void Sums_are_of_amounts_and_filters_of_codes()
    {
        Assert.Null(TableOrderReading.Read(Order with { Measure = TableMeasure.Sum, SumOf = "refusjonOre" }, ReferenceData.Default, out _));
        Assert.Contains("ikke et tall som kan summeres", Fault(Order with { Measure = TableMeasure.Sum, SumOf = "fodselsaar" }), StringComparison.Ordinal);
        Assert.Contains("ingen kode «99»", Fault(Order with { Filters = [new OrderedFilter(new OrderedVariable("bostedKommuneNr"), ["99"])] }), StringComparison.Ordinal);
        Assert.Contains("gå fremover", Fault(Order with { To = new DateOnly(2023, 1, 1) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_isolates_one_person_gives_a_table_that_tells_nothing_of_him()
    {
        var (request, layout) = Read(Order with { Measure = TableMeasure.Persons });
        var count = new TableCount(request, layout);
        Assert.Null(count.Add(new CountedSegment(Segment("p1,1103,1,1980,2024-03-01T10:00:00,"))));
        Assert.Null(count.Finish(out var facts));
        var table = Verified.Protect(layout, facts);

        Assert.DoesNotContain(table.Published, value => value is > 0);
    }

    private static string Fault(TableOrder order) => TableOrderReading.Read(order, ReferenceData.Default, out _)!.Message;

    private static (TableRequest Request, Core.Statistics.Cells.TableLayout Layout) Read(TableOrder order)
    {
        Assert.Null(TableOrderReading.Read(order, ReferenceData.Default, out var request));
        Assert.Null(request!.Preview(out var preview));
        return (request, preview!.Layout);
    }

    private static MemoryStream Segment(params string[] rows) =>
        new(Encoding.UTF8.GetBytes("ordinal,personKey,bostedKommuneNr,kjonn,fodselsaar,tidspunkt,diagnoser\n" + string.Concat(rows.Select((row, at) => $"{at + 1},{row}\n"))));

    private static Func<string[], CellFacts> Count(TableRequest request, Core.Statistics.Cells.TableLayout layout, params string[] rows)
    {
        var count = new TableCount(request, layout);
        Assert.Null(count.Add(new CountedSegment(Segment(rows))));
        Assert.Null(count.Finish(out var facts));
        return codes => facts[layout.CellOf[layout.Cell([.. codes.Select((code, at) => layout.Dimensions[at].Codes.ToList().IndexOf(code))])]];
    }
}
