namespace Kpr.Core.Formats;

/// <summary>
/// Norwegian local time by the rule in force since 1996 (EU directive 2000/84): summer time from the last Sunday of
/// March to the last Sunday of October, both at 01:00 UTC. Worked out here so that no machine's zone tables matter.
/// </summary>
public static class NorwegianTime
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);

    /// <summary>The local time of a time as written: without zone it is local already.</summary>
    public static DateTime From(DateTime written, TimeSpan? offset) => offset is { } zone ? FromUtc(written - zone) : written;

    /// <summary>The local time of an instant.</summary>
    public static DateTime From(DateTimeOffset instant) => FromUtc(instant.UtcDateTime);

    private static DateTime FromUtc(DateTime utc)
    {
        var summer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return DateTime.SpecifyKind(utc + (summer ? Summer : Winter), DateTimeKind.Unspecified);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
