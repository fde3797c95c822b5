namespace Kpr.Core.Catalogue;

/// <summary>Norwegian local time (Europe/Oslo), for times that are sent without an offset and for "today" as people mean it.</summary>
public static class NorwegianTime
{
    private static readonly Lazy<TimeZoneInfo> Oslo = new(FindOslo);

    // The day asked for last and its offset, when it has only one: files tell one day after the other.
    [ThreadStatic]
    private static (long DayNumber, long OffsetTicks) _steadyDay;

    /// <summary>The time zone.</summary>
    /// <exception cref="InvalidOperationException">The machine has no time zone data.</exception>
    public static TimeZoneInfo Zone => Oslo.Value;

    /// <summary>The Norwegian wall clock at a moment, with its offset.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset moment)
    {
        var (day, offset) = _steadyDay;
        var local = moment.UtcTicks + offset;
        return IsOn(day, local)
            ? new DateTimeOffset(new DateTime(local), new TimeSpan(offset))
            : TimeZoneInfo.ConvertTime(moment, Zone);
    }

    /// <summary>
    /// The moment of a wall-clock time. In the hour that occurs twice in October the second, of normal time, is meant; a time in the hour that
    /// is left out in March is read by the clock of before, so 02:30 is half an hour after the change.
    /// </summary>
    /// <param name="wallClock">Year to ticks are used; its kind is not.</param>
    public static DateTimeOffset FromLocal(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        var (day, steady) = _steadyDay;
        if (IsOn(day, local.Ticks))
        {
            return new DateTimeOffset(local, new TimeSpan(steady));
        }

        var offset = OffsetAt(local);
        if (OffsetAt(local.Date) == offset && OffsetAt(local.Date.AddTicks(TimeSpan.TicksPerDay - 1)) == offset)
        {
            _steadyDay = (local.Ticks / TimeSpan.TicksPerDay, offset.Ticks);
        }

        return new DateTimeOffset(local, offset);
    }

    /// <summary>The same moment in UTC.</summary>
    /// <param name="wallClock">As for <see cref="FromLocal"/>.</param>
    public static DateTime ToUtc(DateTime wallClock) => FromLocal(wallClock).UtcDateTime;

    /// <summary>The Norwegian date at a moment.</summary>
    public static DateOnly DateAt(DateTimeOffset moment) => DateOnly.FromDateTime(ToLocal(moment).DateTime);

    /// <summary>The Norwegian date now.</summary>
    public static DateOnly Today(TimeProvider clock) => DateAt(clock.GetUtcNow());

    // Day 0 is none: it stands for "not asked yet".
    private static bool IsOn(long day, long localTicks) => day > 0 && localTicks / TimeSpan.TicksPerDay == day;

    private static TimeSpan OffsetAt(DateTime local) => Zone.IsInvalidTime(local) ? Zone.BaseUtcOffset : Zone.GetUtcOffset(local);

    private static TimeZoneInfo FindOslo() => Find("Europe/Oslo", "W. Europe Standard Time");

    /// <summary>The first of these zones that the machine has; Windows without ICU knows only its own names.</summary>
    internal static TimeZoneInfo Find(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return zone;
        }

        throw new InvalidOperationException($"The machine has no time zone {ids[0]}: install its time zone data (package tzdata).");
    }
}
