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
