using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Register.View;

namespace Kpr.Core.Tests.Register;

public sealed class CurrentViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Arbitrary<(StoredEvent[] Events, int Seed)> Histories = (
        from count in Gen.Choose(0, 25)
        from parts in Gen.ArrayOf(
            from status in Gen.Frequency((5, Gen.Constant('N')), (3, Gen.Constant('M')), (2, Gen.Constant('C')))
            from about in Gen.Choose(0, 27)
            from hour in Gen.Choose(0, 6)
            from service in Gen.Choose(0, 4)
            from start in Gen.Elements(true, false)
            from days in Gen.Choose(0, 60)
            select (status, about, hour, service, start, days), count)
        from seed in Gen.Choose(0, int.MaxValue)
        select (parts.Select((part, number) => Event(number, part.status, part.status == 'N' ? null : part.about, part.hour, $"T{part.service}", part.start, part.days)).ToArray(), seed)).ToArbitrary();

    [Fact]
    public void The_view_is_the_same_whatever_the_order_of_arrival() =>
        Prop.ForAll(Histories, given =>
        {
            var shuffled = given.Events.ToArray();
            new Random(given.Seed).Shuffle(shuffled);
            return Told(CurrentView.Of(given.Events, Now)) == Told(CurrentView.Of(shuffled, Now));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(17UL, 3UL));

    [Fact]
    public void Told_twice_is_told_once_and_every_notification_has_one_standing() =>
        Prop.ForAll(Histories, given =>
        {
            var view = CurrentView.Of(given.Events.Concat(given.Events), Now);
            return Told(view) == Told(CurrentView.Of(given.Events, Now)) && view.Keys.Order().SequenceEqual(given.Events.Select(one => one.Id).Order());
        }).Check(Config.QuickThrowOnFailure.WithReplay(17UL, 5UL));

    [Fact]
    public void Of_an_original_and_all_that_is_about_it_at_most_one_counts() =>
        Prop.ForAll(Histories, given =>
        {
            var view = CurrentView.Of(given.Events, Now);
            return given.Events.Where(one => view[one.Id] == EventStanding.Counts).GroupBy(one => one.About ?? one.Id).All(group => group.Count() == 1);
        }).Check(Config.QuickThrowOnFailure.WithReplay(17UL, 7UL));

    [Fact]
    public void A_correction_takes_the_place_of_its_original_and_a_later_one_of_both() =>
        Assert.Equal("0 Replaced, 1 Replaced, 2 Counts", Told(Event(0, 'N', null, 0), Event(1, 'M', 0, 1), Event(2, 'M', 0, 2)));

    [Fact]
    public void What_was_made_last_decides_not_what_came_last() =>
        Assert.Equal("0 Annulled, 1 Annulled, 2 Replaced", Told(Event(0, 'N', null, 0), Event(1, 'C', 0, 2), Event(2, 'M', 0, 1)));

    [Fact]
    public void A_correction_without_its_original_waits_and_is_not_lost()
    {
        Assert.Equal("1 Waiting", Told(Event(1, 'M', 0, 1)));
        Assert.Equal("0 Replaced, 1 Counts", Told(Event(1, 'M', 0, 1), Event(0, 'N', null, 0)));
    }

    [Fact]
    public void A_correction_of_a_correction_is_void() =>
        Assert.Equal("0 Replaced, 1 Counts, 2 Void", Told(Event(0, 'N', null, 0), Event(1, 'M', 0, 1), Event(2, 'C', 1, 2)));

    [Fact]
    public void An_event_waits_thirty_days_for_its_start_and_counts_when_it_comes_however_late()
    {
        Assert.Equal("0 Waiting", Told(Event(0, 'N', null, 0, start: false, days: 30)));
        Assert.Equal("0 WithoutStart", Told(Event(0, 'N', null, 0, start: false, days: 31)));
        Assert.Equal("0 Counts, 1 Counts", Told(Event(0, 'N', null, 0, start: false, days: 31), Event(1, 'N', null, 0)));
    }

    [Fact]
    public void A_start_that_is_annulled_is_none() =>
        Assert.Equal("0 Annulled, 1 Annulled, 2 Waiting", Told(Event(0, 'N', null, 0), Event(1, 'C', 0, 1), Event(2, 'N', null, 2, start: false)));

    [Fact]
    public void Two_notifications_under_one_GUID_are_a_fault() =>
        Assert.Throws<ArgumentException>(() => Told(Event(0, 'N', null, 0), Event(0, 'N', null, 1)));

    private static StoredEvent Event(int number, char status, int? about, int hour, string service = "T", bool start = true, int days = 0) =>
        new(Id(number), status, about is { } original ? Id(original) : null, Now.AddDays(-90).AddHours(hour), 0, service, start, Now.AddDays(-days));

    private static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 9]);

    private static string Told(params StoredEvent[] events) => Told(CurrentView.Of(events, Now));

    private static string Told(IReadOnlyDictionary<Guid, EventStanding> view) =>
        string.Join(", ", view.OrderBy(pair => pair.Key).Select(pair => $"{Convert.ToInt32(pair.Key.ToString()[..8], 16)} {pair.Value}"));
}
