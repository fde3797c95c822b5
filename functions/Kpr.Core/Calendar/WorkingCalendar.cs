namespace Kpr.Core.Calendar;

/// <summary>
/// What a working day (virkedag) is. Helseregisterloven does not say; ferieloven § 5 counts Saturdays, practice in administration does not. So there are
/// two calendars, each with a version: a due date says which it was computed by.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly bool _saturdays;

    private WorkingCalendar(string id, bool saturdays, string norwegian, string english)
    {
        Id = id;
        _saturdays = saturdays;
        Norwegian = norwegian;
        English = english;
    }

    /// <summary>Monday to Friday without holidays: the default.</summary>
    public static WorkingCalendar MondayToFriday { get; } = new("mon-fri", saturdays: false, "mandag–fredag uten helligdager", "Monday to Friday without holidays");

    /// <summary>Monday to Saturday without holidays, as ferieloven § 5 counts.</summary>
    public static WorkingCalendar MondayToSaturday { get; } = new("mon-sat", saturdays: true, "mandag–lørdag uten helligdager", "Monday to Saturday without holidays");

    /// <summary>All calendars.</summary>
    public static IReadOnlyList<WorkingCalendar> All { get; } = [MondayToFriday, MondayToSaturday];

    /// <summary>Name in settings and on the command line: <c>mon-fri</c> or <c>mon-sat</c>.</summary>
    public string Id { get; }

    /// <summary>Version of the holidays; rises when an act adds or removes one.</summary>
    public int Version { get; } = 1;

    /// <summary>Name and version as ledgers bear them, for example <c>mon-fri/1</c>.</summary>
    public string Key => $"{Id}/{Version}";

    /// <summary>What counts, in bokmål.</summary>
    public string Norwegian { get; }

    /// <summary>What counts, in English.</summary>
    public string English { get; }

    /// <summary>The calendar with the other reading, that a due date is shown beside.</summary>
    public WorkingCalendar Other => _saturdays ? MondayToFriday : MondayToSaturday;

    /// <summary>The calendar with an id, or a key of a version that is known; null when there is none.</summary>
    public static WorkingCalendar? Find(string idOrKey) => All.FirstOrDefault(calendar => calendar.Id == idOrKey || calendar.Key == idOrKey);

    /// <summary>Whether the day counts.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && (_saturdays || day.DayOfWeek != DayOfWeek.Saturday) && Holidays.On(day) is null;

    /// <summary>Why the day does not count; null when it does.</summary>
    public DayOff? WhyOff(DateOnly day) => Reason(day, _saturdays);

    /// <summary>The working day that many after a day. The first day is not counted, the last is (domstolloven § 148).</summary>
    /// <param name="from">The day the count begins after; need not be a working day.</param>
    /// <param name="count">0 (gives <paramref name="from"/> itself) or more.</param>
    public DateOnly AddWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                count--;
            }
        }

        return day;
    }

    /// <summary>The working days after one day up to and with another; 0 when the other is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>
    /// The day itself, or the first after it that is no Saturday, Sunday or holiday. Deadlines of weeks, months and dates move so in either calendar
    /// (domstolloven § 149).
    /// </summary>
    public static DateOnly RollForward(DateOnly day)
    {
        while (Reason(day, saturdays: false) is not null)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Why the days a deadline rolled over do not count: from <paramref name="nominal"/> up to the due day.</summary>
    public static IReadOnlyList<DayOff> RolledOver(DateOnly nominal)
    {
        var days = new List<DayOff>();
        for (var day = nominal; Reason(day, saturdays: false) is { } off; day = day.AddDays(1))
        {
            days.Add(off);
        }

        return days;
    }

    /// <summary>The days that do not count after one day up to another.</summary>
    public IReadOnlyList<DayOff> DaysOffBetween(DateOnly after, DateOnly through)
    {
        var days = new List<DayOff>();
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (WhyOff(day) is { } off)
            {
                days.Add(off);
            }
        }

        return days;
    }

    /// <inheritdoc/>
    public override string ToString() => Key;

    // A holiday's own name says more than "Sunday".
    private static DayOff? Reason(DateOnly day, bool saturdays) => (Holidays.On(day), day.DayOfWeek) switch
    {
        ({ } holiday, _) => new DayOff(day, holiday.Norwegian, holiday.English),
        (null, DayOfWeek.Sunday) => new DayOff(day, "søndag", "Sunday"),
        (null, DayOfWeek.Saturday) when !saturdays => new DayOff(day, "lørdag", "Saturday"),
        _ => null,
    };
}
