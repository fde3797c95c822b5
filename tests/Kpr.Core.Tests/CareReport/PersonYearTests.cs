using Kpr.Core.Identity;
using static Kpr.Core.Tests.CareReport.PersonYears;

namespace Kpr.Core.Tests.CareReport;

/// <summary>The same person in other reports: of other municipalities (A45, I24) and of other years (I20).</summary>
public sealed class PersonYearTests
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private static readonly DateOnly June = new(2025, 6, 1);

    [Fact]
    public void A45_the_register_tells_it_of_the_report_that_comes_later_whatever_began_first()
    {
        Assert.Equal(["A45"], Told(Person(Own, March), Person("3205", June).AsKnown()));
        Assert.Equal(["A45"], Told(Person(Own, June), Person("3205", March).AsKnown()));
    }

    [Fact]
    public void A45_who_is_active_in_one_municipality_only_is_not_told_of()
    {
        Assert.Empty(Told(Person(Own, March)));
        Assert.Empty(Told(Person(Own, null), Person("3205", June).AsKnown()));
        Assert.Empty(Told(Person(Own, March), Person("3205", null).AsKnown()));
        Assert.Empty(Told(Person(Own, March, serial: 2), Person(Own, June).AsKnown()));
    }

    [Fact]
    public void A45_of_another_municipality_its_newest_report_counts() =>
        Assert.Empty(Told(Person(Own, March), Person("3205", June, serial: 1).AsKnown(), Person("3205", null, serial: 2).AsKnown()));

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void I24_in_five_municipalities_it_is_a_test_person(int others, bool told)
    {
        string[] numbers = ["3205", "4601", "5001", "1103"];

        Assert.Equal(told ? new[] { "I24" } : [], Told([Person(Own, null), .. numbers.Take(others).Select(number => Person(number, null).AsKnown())]));
    }

    [Fact]
    public void I20_a_local_number_stands_for_one_person_over_the_years()
    {
        Assert.Equal(["I20"], Told(Local(2025, 7), Local(2024, 8).AsKnown()));
        Assert.Empty(Told(Local(2025, 7), Local(2024, 7).AsKnown()));
        Assert.Empty(Told(Local(2025, 7)));
    }

    [Fact]
    public void I20_a_report_of_the_same_year_may_correct_and_the_newest_of_another_counts()
    {
        Assert.Empty(Told(Local(2025, 7, serial: 2), Local(2025, 8).AsKnown()));
        Assert.Empty(Told(Local(2025, 7), Local(2024, 8, serial: 1).AsKnown(), Local(2024, 7, serial: 2).AsKnown()));
        Assert.Equal(["I20"], Told(Local(2025, 7), Local(2024, 7, serial: 1).AsKnown(), Local(2024, 8, serial: 2).AsKnown()));
    }

    [Fact]
    public void I20_a_D_number_may_become_a_national_identity_number() =>
        Assert.Empty(Told(Local(2025, 7), Local(2024, 8, type: IdentityType.DNumber).AsKnown()));
}
