using Kpr.Core.Catalogue;

namespace Kpr.Core.Tests.Catalogue;

public sealed class NorwegianTimeTests
{
    [Theory]
    [InlineData("2026-01-15T12:00:00", "2026-01-15T11:00:00Z")]
    [InlineData("2026-07-15T12:00:00", "2026-07-15T10:00:00Z")]
    [InlineData("2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T01:59:59", "2026-10-24T23:59:59Z")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    public void Wall_clock_becomes_utc_also_around_the_changes(string wallClock, string utc)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var expected = DateTimeOffset.Parse(utc, culture);
        var local = DateTime.Parse(wallClock, culture);

        Assert.Equal(expected, NorwegianTime.FromLocal(local));
        Assert.Equal(expected.UtcDateTime, NorwegianTime.ToUtc(DateTime.SpecifyKind(local, DateTimeKind.Utc)));
        Assert.Equal(DateTimeKind.Utc, NorwegianTime.ToUtc(local).Kind);
        Assert.Equal(expected, NorwegianTime.ToLocal(expected));
    }

    [Fact]
    public void Days_asked_for_one_after_the_other_each_have_their_own_offset()
    {
        var hours = new List<string>();
        foreach (var day in (DateOnly[])[new(2026, 3, 28), new(2026, 3, 29), new(2026, 3, 30), new(2026, 10, 24), new(2026, 10, 25), new(2026, 10, 26), new(2026, 3, 28)])
        {
            foreach (var hour in (int[])[0, 12, 23])
            {
                var moment = NorwegianTime.FromLocal(day.ToDateTime(new TimeOnly(hour, 30)));
                hours.Add($"{day:MM-dd} {hour:00} +{moment.Offset.Hours}");
                Assert.Equal(day, NorwegianTime.DateAt(moment.ToUniversalTime()));
                Assert.Equal(moment.Offset, NorwegianTime.ToLocal(moment.ToUniversalTime()).Offset);
            }
        }

        Assert.Equal(
        [
            "03-28 00 +1", "03-28 12 +1", "03-28 23 +1", "03-29 00 +1", "03-29 12 +2", "03-29 23 +2", "03-30 00 +2", "03-30 12 +2", "03-30 23 +2",
            "10-24 00 +2", "10-24 12 +2", "10-24 23 +2", "10-25 00 +2", "10-25 12 +1", "10-25 23 +1", "10-26 00 +1", "10-26 12 +1", "10-26 23 +1",
            "03-28 00 +1", "03-28 12 +1", "03-28 23 +1",
        ], hours);
    }

    [Fact]
    public void Date_changes_at_norwegian_midnight()
    {
        Assert.Equal(new DateOnly(2026, 1, 1), NorwegianTime.DateAt(new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2025, 12, 31), NorwegianTime.DateAt(new DateTimeOffset(2025, 12, 31, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 6, 30), NorwegianTime.Today(new StoppedClock(new DateTimeOffset(2026, 6, 29, 22, 0, 0, TimeSpan.Zero))));
        Assert.Equal(TimeSpan.FromHours(2), NorwegianTime.ToLocal(new DateTimeOffset(2026, 6, 29, 22, 0, 0, TimeSpan.Zero)).Offset);
    }

    [Fact]
    public void Machine_without_the_zone_is_told_what_to_install()
    {
        var error = Assert.Throws<InvalidOperationException>(() => NorwegianTime.Find("Europe/Nowhere", "Nowhere Standard Time"));

        Assert.Contains("Europe/Nowhere", error.Message, StringComparison.Ordinal);
        Assert.Contains("tzdata", error.Message, StringComparison.Ordinal);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
