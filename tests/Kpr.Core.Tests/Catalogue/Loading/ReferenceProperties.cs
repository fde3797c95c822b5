using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Tests.Catalogue.Loading;

/// <summary>What holds for every set that is taken, however the tables were made.</summary>
public sealed class ReferenceProperties
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20260101UL, 17UL);

    private static readonly Gen<DateOnly> Day = Gen.Choose(new DateOnly(1985, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    /// <summary>Tables of a handful of numbers whose rows may overlap, reuse a number, and follow each other rightly or not.</summary>
    private static readonly Gen<string> Tables = Gen.Choose(1, 12).SelectMany(count => Gen.ArrayOf(Row(), count)).Select(rows => string.Concat(rows));

    private static Gen<string> Row() =>
        from number in Gen.Choose(1001, 1005)
        from first in Gen.Choose(0, 6)
        from years in Gen.Choose(1, 3)
        from open in Gen.Elements(true, false)
        from successors in Gen.Choose(1, 2).SelectMany(count => Gen.ArrayOf(Gen.Choose(1001, 1005), count))
        let last = new DateOnly(2000 + first + years, 1, 1).AddDays(-1)
        select $"{number};Navn;{2000 + first}-01-01;"
            + (open ? ";;\n" : $"{last:yyyy-MM-dd};{string.Join('|', successors.Distinct())};{(successors.Distinct().Count() > 1 ? "split" : "merge")}\n");

    [Fact]
    public void A_number_and_a_day_resolve_to_at_most_one_municipality_and_every_chain_ends()
    {
        var taken = 0;
        Prop.ForAll(Tables.ToArbitrary(), rows =>
        {
            var reading = ReferenceSample.Read(
                ("kommuner.csv", $"kommunenr;navn;valid_from;valid_to;successors;end_reason\n{rows}"),
                ("bydeler.csv", "kommunenr;bydelsnr;navn;valid_from;valid_to;successor\n1001;100101;x;;;\n"));
            if (reading.Set?.Municipalities is { } municipalities)
            {
                taken++;
                AssertConsistent(municipalities);
            }
        }).Check(Fixed.WithMaxTest(3_000));

        // Most tables of chance are refused; those that are not must be enough to say something.
        Assert.True(taken > 20, $"{taken} tables were taken.");
    }

    [Fact]
    public void The_municipalities_of_this_program_are_consistent_on_every_day() => Prop.ForAll(
        Gen.Elements(Municipalities.All.ToArray()).Zip(Day).Zip(Day).ToArbitrary(),
        sample =>
        {
            var ((municipality, one), other) = sample;
            var (earlier, later) = one < other ? (one, other) : (other, one);
            Assert.Equal(Municipalities.IsValid(municipality.Number, earlier), Municipalities.All.Any(row => row.Number == municipality.Number && row.IsValidOn(earlier)));
            foreach (var successor in Municipalities.SuccessorsOn(municipality.Number, later))
            {
                Assert.True(successor.IsValidOn(later));
            }

            // Nothing gets lost, and comparing goes both ways.
            if (municipality.IsValidOn(earlier))
            {
                var successors = Municipalities.SuccessorsOn(municipality.Number, later);
                Assert.NotEmpty(successors);
                Assert.All(successors, successor => Assert.Contains(municipality, ReferenceData.Default.Municipalities.PredecessorsOn(successor.Number, later, earlier)));
            }
        }).Check(Fixed.WithMaxTest(500));

    [Fact]
    public void Every_person_of_an_earlier_day_is_counted_once_when_years_are_compared_through_whole_areas() => Prop.ForAll(
        Day.Zip(Day).ToArbitrary(),
        days =>
        {
            var (earlier, later) = days.Item1 < days.Item2 ? days : (days.Item2, days.Item1);
            var known = ReferenceData.Default.Municipalities;
            var whole = known.ValidOn(later).Select(now => known.CompareWith(now.Number, later, earlier)).Where(compared => compared.IsSameArea).SelectMany(compared => compared.Earlier).ToList();

            Assert.Equal(whole.Count, whole.Distinct().Count());
        }).Check(Fixed.WithMaxTest(20));

    [Fact]
    public void The_order_in_which_tables_are_given_does_not_change_the_version()
    {
        var tables = Kpr.Core.Catalogue.Loading.EmbeddedReferenceData.Files.Select(file => (file.Name, file.Content.ToArray())).ToArray();
        var version = ReferenceSample.Read("a", tables).Set!.Version;

        Prop.ForAll(Gen.Shuffle(tables).ToArbitrary(), shuffled => Assert.Equal(version, ReferenceSample.Read("a", shuffled).Set!.Version)).Check(Fixed.WithMaxTest(10));
    }

    private static void AssertConsistent(MunicipalityCatalogue municipalities)
    {
        for (var day = new DateOnly(1999, 12, 31); day.Year < 2012; day = day.AddDays(183))
        {
            foreach (var rows in municipalities.All.GroupBy(row => row.Number))
            {
                var valid = rows.Where(row => row.IsValidOn(day)).ToList();
                Assert.True(valid.Count <= 1);
                Assert.Equal(valid.SingleOrDefault(), municipalities.Find(rows.Key, day));
            }

            foreach (var number in municipalities.All.Where(row => row.IsValidOn(day)).Select(row => row.Number))
            {
                Assert.NotEmpty(municipalities.SuccessorsOn(number, new DateOnly(2040, 1, 1)));
            }
        }
    }
}
