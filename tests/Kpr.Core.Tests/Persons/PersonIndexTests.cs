using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Persons;

namespace Kpr.Core.Tests.Persons;

public sealed class PersonIndexTests
{
    private static readonly DateTime At = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Arbitrary<(PersonDecision[] Decisions, int Seed)> Lists = (
        from count in Gen.Choose(0, 12)
        from parts in Gen.ArrayOf(
            from kind in Gen.Choose(0, 2)
            from old in Gen.Choose(0, 7)
            from next in Gen.Choose(0, 7)
            select kind == 0 ? Link($"P{old}", $"P{next}") : kind == 1 ? Erasure($"P{old}") : Reservation(ReservedServices.SchoolHealth, $"P{old}"), count)
        from seed in Gen.Choose(0, int.MaxValue)
        select (parts, seed)).ToArbitrary();

    [Fact]
    public void Nobody_is_found_in_an_empty_list()
    {
        Assert.True(PersonIndex.Empty.IsEmpty);
        Assert.False(PersonIndex.Empty.IsErased("P1"));
        Assert.Equal("P1", PersonIndex.Empty.Current("P1"));
    }

    [Fact]
    public void Links_lead_to_the_number_in_use_and_bind_all_marks_of_both()
    {
        var index = new PersonIndex(new([Link("P1", "P2"), Link("P2", "P3"), Erasure("N1", "P1")]));

        Assert.Equal(["P3", "P3", "P3", "P9"], new[] { "P1", "P2", "P3", "P9" }.Select(index.Current));
        Assert.All(["P1", "P2", "P3", "N1"], mark => Assert.True(index.IsErased(mark)));
        Assert.False(index.IsErased("P9"));
    }

    [Fact]
    public void A_reservation_is_about_its_services_and_no_others()
    {
        var index = new PersonIndex(new([Reservation(ReservedServices.Dental, "P1"), Reservation(ReservedServices.Disclosure, "P1")]));

        Assert.Equal(ReservedServices.Dental | ReservedServices.Disclosure, index.Reserved("P1"));
        Assert.True(index.Concerns("P1", ReservedServices.Dental));
        Assert.False(index.Concerns("P1", ReservedServices.SchoolHealth));
        Assert.False(index.Concerns("P2", ReservedServices.Dental));
        Assert.False(index.IsErased("P1"));
    }

    [Fact]
    public void A_circle_of_links_is_refused_and_hangs_nobody()
    {
        var list = new PersonList([Link("P1", "P2")]);
        Assert.NotNull(list.Refusal("P2", "P1"));
        Assert.NotNull(list.Refusal("P1", "P3"));
        Assert.Null(list.Refusal("P1", "P2"));
        Assert.Null(list.Refusal("P2", "P3"));
        Assert.NotNull(new PersonIndex(new([Link("P1", "P2"), Link("P2", "P1")])).Current("P1"));
    }

    // A fixed seed: the same cases every time. FsCheck prints the failing case.
    [Fact]
    public void What_holds_does_not_depend_on_the_order_of_decisions() =>
        Prop.ForAll(Lists, given =>
        {
            var shuffled = given.Decisions.ToArray();
            new Random(given.Seed).Shuffle(shuffled);
            var (one, other) = (new PersonIndex(new(given.Decisions)), new PersonIndex(new(shuffled)));
            return Enumerable.Range(0, 8).Select(number => $"P{number}").All(mark => one.IsErased(mark) == other.IsErased(mark) && one.Reserved(mark) == other.Reserved(mark));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(23UL, 3UL));

    private static PersonDecision Link(string old, string next) => new($"{old}{next}", PersonDecisionKind.Link, "1", At, [old, next]) { Old = old, New = next };

    private static PersonDecision Erasure(params string[] marks) => new(marks[0], PersonDecisionKind.Erasure, "1", At, marks);

    private static PersonDecision Reservation(ReservedServices services, params string[] marks) => new($"{services}", PersonDecisionKind.Reservation, "1", At, marks) { Services = services };
}
