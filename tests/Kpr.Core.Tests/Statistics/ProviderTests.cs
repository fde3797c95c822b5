using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

/// <summary>Who is behind a cell: providers, and municipalities with few persons.</summary>
public sealed class ProviderTests
{
    private static readonly TableOrder Order = new(
        "Kontakter", "claims", [new OrderedVariable("bostedKommuneNr")], [new OrderedVariable("kjonn")], TableMeasure.Contacts, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    [Fact]
    public void One_practice_with_nearly_all_of_a_cell_hides_it_however_many_persons_there_are()
    {
        // In Stavanger 95 of 100 contacts are at one practice; in Oslo four share them.
        var rows = Enumerable.Range(0, 100).SelectMany(at => (string[])
            [Row($"a{at}", "1103", 1, at < 95 ? "p1" : $"p{at}"), Row($"b{at}", "0301", 1, $"p{at % 4}"), Row($"c{at}", "0301", 2, $"p{at % 4}")]).ToArray();
        var (layout, facts) = Count(Order, rows);
        var rules = ProtectionRules.Default.Of("kpr", "streng", "claims", TableMeasure.Contacts, new DateOnly(2026, 1, 1))!;
        var reasons = rules.Judge(layout.System, facts);

        Assert.Equal(new CellContributors(6, 100, [95, 1, 1, 1, 1]), facts[Cell(layout, "1103", "1 Mann")].Contributors, Same);
        Assert.Equal(PrimaryReasons.Dominance, reasons[Cell(layout, "1103", "1 Mann")]);
        Assert.Equal(PrimaryReasons.None, reasons[Cell(layout, "0301", "1 Mann")]);
        Assert.Equal(PrimaryReasons.None, reasons[Cell(layout, "Total", "1 Mann")]);
        var table = Verified.Protect(layout, facts, rules.Width, rules);
        Assert.Null(table.Published[Cell(layout, "1103", "1 Mann")]);
        Assert.Equal(300, table.Published[Cell(layout, "Total", "Total")]);
    }

    [Fact]
    public void Forty_claims_of_one_patient_are_one_patient()
    {
        var rows = Enumerable.Range(0, 40).Select(at => Row("a", "1103", 1, $"p{at}")).Concat(Enumerable.Range(0, 40).Select(at => Row($"b{at}", "0301", 1, $"p{at}"))).ToArray();
        var (layout, facts) = Count(Order, rows);

        Assert.Equal((1L, 40L), (facts[Cell(layout, "1103", "1 Mann")].Persons, facts[Cell(layout, "1103", "1 Mann")].Count));
        var published = Verified.Protect(layout, facts).Published;
        Assert.Null(published[Cell(layout, "1103", "1 Mann")]);
        Assert.Null(published[Cell(layout, "1103", "Total")]);
    }

    [Fact]
    public void Sums_are_of_three_practices_at_least_and_the_second_largest_cannot_reckon_the_largest()
    {
        // Amounts: in Stavanger 1 000, 400 and 50; in Oslo 500, 400 and 300; in Bergen two practices only.
        var rows = Enumerable.Range(0, 10).SelectMany(at => (string[])
        [
            Row($"a{at}", "1103", 1, "p1", 1000), Row($"b{at}", "1103", 1, "p2", 400), Row($"c{at}", "1103", 1, "p3", 50),
            Row($"d{at}", "0301", 1, "p1", 500), Row($"e{at}", "0301", 1, "p2", 400), Row($"f{at}", "0301", 1, "p3", 300),
            Row($"g{at}", "4601", 1, "p4", 500), Row($"h{at}", "4601", 1, "p5", 500),
        ]).ToArray();
        var (layout, facts) = Count(Order with { Measure = TableMeasure.Sum, SumOf = "refusjonOre", Columns = [] }, rows);
        var reasons = ProtectionRules.Default.Of("kpr", "standard", "claims", TableMeasure.Sum, new DateOnly(2026, 1, 1))!.Judge(layout.System, facts);

        Assert.Equal(new CellContributors(3, 14500, [10000, 4000, 500]), facts[Cell(layout, "1103")].Contributors, Same);
        Assert.Equal(PrimaryReasons.PPercent, reasons[Cell(layout, "1103")]);
        Assert.Equal(PrimaryReasons.None, reasons[Cell(layout, "0301")]);
        Assert.Equal(PrimaryReasons.Contributors | PrimaryReasons.PPercent, reasons[Cell(layout, "4601")]);
        Assert.Equal(new CellContributors(5, 36500, [15000, 8000, 5000, 5000, 3500]), facts[Cell(layout, "Total")].Contributors, Same);
    }

    [Fact]
    public void Providers_counted_apart_and_joined_bucket_by_bucket_give_what_one_count_gives()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var random = new RandomNumbers(seed);
            var rows = Enumerable.Range(0, 300).Select(_ => Row($"p{random.Below(60)}", random.Below(3) == 0 ? "0301" : "1103", 1 + random.Below(2), random.Below(9) == 0 ? "" : $"Å {random.Below(12)}, {random.Below(3)}")).ToArray();
            var (request, layout) = Read(Order);
            var (_, expected) = Count(Order, rows);
            var buckets = 1 + random.Below(7);
            var units = rows.Chunk(70).Select(part => CountOf(request, layout, part)).ToList();
            var sum = units.Aggregate(TableTally.Empty, (sum, unit) => sum.Plus(unit.Rows));
            for (var bucket = 0; bucket < buckets; bucket++)
            {
                var (persons, providers) = (new PersonCells(request.PlacedBy is not null), new ProviderCells());
                foreach (var unit in units)
                {
                    persons.Read(new MemoryStream(unit.Persons.Write(bucket, buckets)));
                    providers.Read(new MemoryStream(unit.Providers.Write(bucket, buckets)));
                }

                sum = sum.Plus(TableTally.Of(persons, layout).Plus(TableTally.Of(providers, layout)));
            }

            Assert.Null(sum.Facts(request, layout, out var joined));
            Assert.All(expected.Zip(joined), pair => Assert.Equal(pair.First.Contributors, pair.Second.Contributors, Same));
            var all = rows.Select(row => row.Split('|')[5]).GroupBy(provider => provider).Select(group => (long)group.Count()).ToArray();
            Assert.Equal(CellContributors.Of(all), joined[Cell(layout, "Total", "Total")].Contributors, Same);
        }
    }

    [Fact]
    public void A_municipality_with_few_persons_is_shown_as_a_whole_only()
    {
        var rows = Enumerable.Range(0, 40).Select(at => Row($"a{at}", "1103", 1 + (at % 2), $"p{at}")).Concat(Enumerable.Range(0, 400).Select(at => Row($"b{at}", "0301", 1 + (at % 2), $"p{at}"))).ToArray();
        var (layout, facts) = Count(Order, rows);
        var reasons = new PrimaryRules { SmallMunicipalityBelow = 50 }.Judge(layout.System, facts);

        Assert.Equal(PrimaryReasons.SmallMunicipality, reasons[Cell(layout, "1103", "1 Mann")]);
        Assert.Equal(PrimaryReasons.None, reasons[Cell(layout, "1103", "Total")]);
        Assert.Equal(PrimaryReasons.None, reasons[Cell(layout, "0301", "1 Mann")]);
        Assert.Equal(PrimaryReasons.None, reasons[Cell(layout, "Total", "1 Mann")]);
    }

    private static bool Same(CellContributors? one, CellContributors? other) =>
        one is not null && other is not null && (one.Count, one.Total) == (other.Count, other.Total) && one.Largest.SequenceEqual(other.Largest);

    private static string Row(string person, string home, int sex, string practice, long amount = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{person}|{home}|{sex}|1980|2024-03-01T10:00:00|{practice}|{amount}");

    private static int Cell(TableLayout layout, params string[] codes) =>
        layout.CellOf[layout.Cell([.. codes.Select((code, at) => layout.Dimensions[at].Codes.ToList().IndexOf(code))])];

    private static (TableRequest Request, TableLayout Layout) Read(TableOrder order)
    {
        Assert.Null(TableOrderReading.Read(order, ReferenceData.Default, out var request));
        Assert.Null(request!.Preview(out var preview));
        return (request, preview!.Layout);
    }

    private static (TableLayout Layout, IReadOnlyList<CellFacts> Facts) Count(TableOrder order, params string[] rows)
    {
        var (request, layout) = Read(order);
        Assert.Null(CountOf(request, layout, rows).Finish(out var facts));
        return (layout, facts);
    }

    private static TableCount CountOf(TableRequest request, TableLayout layout, string[] rows)
    {
        var lines = rows.Select(row => string.Join(',', row.Split('|').Select(field => $"\"{field}\"")));
        var count = new TableCount(request, layout);
        Assert.Null(count.Add(new CountedSegment(new MemoryStream(Encoding.UTF8.GetBytes("personKey,bostedKommuneNr,kjonn,fodselsaar,tidspunkt,praksisId,refusjonOre\n" + string.Join('\n', lines) + "\n")))));
        return count;
    }
}
