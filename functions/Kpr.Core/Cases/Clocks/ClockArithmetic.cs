using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>
/// Counts a ledger. The day of a start or a resumption is not counted, the day of a pause or a stop is: the running stretches are (start, pause],
/// (resume, pause] and so on, and their working days add up to the days that have elapsed.
/// </summary>
internal static class ClockArithmetic
{
    /// <summary>The rows since the clock last began.</summary>
    public static IReadOnlyList<ClockRow> Current(IReadOnlyList<ClockRow> rows)
    {
        for (var i = rows.Count - 1; i > 0; i--)
        {
            if (rows[i].Act == ClockAct.Restarted)
            {
                return [.. rows.Skip(i)];
            }
        }

        return rows;
    }

    /// <summary>The last day; null while the clock is held. A stop is not a pause unless the clock was restored after it.</summary>
    public static DateOnly? Due(IReadOnlyList<ClockRow> all, WorkingCalendar calendar)
    {
        var rows = Current(all);
        var start = rows[0];
        var holds = Holds(rows, out var open);
        if (open)
        {
            return null;
        }

        if (start.Until is { } fixedDate)
        {
            // A date is a date: it neither rolls nor moves by a pause. An extension never makes it earlier.
            return rows.Where(row => row is { Act: ClockAct.Extended, Until: not null }).Aggregate(fixedDate, (date, row) => row.Until > date ? row.Until.Value : date);
        }

        var (nominal, workingDays) = Nominal(rows, holds);
        return workingDays == 0 ? WorkingCalendar.RollForward(nominal) : AddRunningDays(calendar, nominal, workingDays, holds);
    }

    /// <summary>The days that a term of days, weeks or months rolled over at its end.</summary>
    public static IReadOnlyList<DayOff> RolledOver(IReadOnlyList<ClockRow> all)
    {
        var rows = Current(all);
        return WorkingCalendar.RolledOver(Nominal(rows, Holds(rows, out _)).End);
    }

    /// <summary>Working days in the running stretches up to and with a day.</summary>
    public static int Elapsed(IReadOnlyList<ClockRow> all, WorkingCalendar calendar, DateOnly day)
    {
        var rows = Current(all);
        var elapsed = 0;
        DateOnly? since = rows[0].On;
        foreach (var row in rows.Skip(1))
        {
            if (row.On > day)
            {
                break;
            }

            switch (row.Act)
            {
                case ClockAct.Paused or ClockAct.Stopped when since is { } from:
                    elapsed += calendar.WorkingDaysBetween(from, row.On);
                    since = null;
                    break;
                case ClockAct.Resumed:
                    since ??= row.On;
                    break;
            }
        }

        return since is { } running ? elapsed + calendar.WorkingDaysBetween(running, day) : elapsed;
    }

    /// <summary>The stretches that do not count, each (after, through]; never overlapping since a hold begins only where the clock runs.</summary>
    private static List<(DateOnly After, DateOnly Through)> Holds(IReadOnlyList<ClockRow> rows, out bool open)
    {
        var holds = new List<(DateOnly, DateOnly)>();
        (DateOnly On, bool IsStop)? held = null;
        foreach (var row in rows)
        {
            switch (row.Act)
            {
                case ClockAct.Paused or ClockAct.Stopped when held is null:
                    held = (row.On, row.Act == ClockAct.Stopped);
                    break;
                case ClockAct.Stopped:
                    held = (held.Value.On, true);
                    break;
                case ClockAct.Resumed when held is { } since:
                    holds.Add((since.On, row.On));
                    held = null;
                    break;
            }
        }

        open = held is { IsStop: false };
        return holds;
    }

    // The end before it rolls, and the working days that are still to be added to it. Held days are added to a term without working days.
    private static (DateOnly End, int WorkingDays) Nominal(IReadOnlyList<ClockRow> rows, List<(DateOnly After, DateOnly Through)> holds)
    {
        // All months are added at once: 31 January and one month and one month is 31 March.
        var (months, days, workingDays) = (0, 0, 0);
        foreach (var term in rows.Where(row => row.Act is ClockAct.Started or ClockAct.Restarted or ClockAct.Extended).Select(row => row.Term).OfType<Term>())
        {
            switch (term.Unit)
            {
                case TermUnit.Months: months += term.Count; break;
                case TermUnit.Weeks: days += 7 * term.Count; break;
                case TermUnit.Days: days += term.Count; break;
                default: workingDays += term.Count; break;
            }
        }

        if (workingDays == 0)
        {
            days += holds.Sum(hold => hold.Through.DayNumber - hold.After.DayNumber);
        }

        return (rows[0].On.AddMonths(months).AddDays(days), workingDays);
    }

    private static DateOnly AddRunningDays(WorkingCalendar calendar, DateOnly from, int count, List<(DateOnly After, DateOnly Through)> holds)
    {
        var day = from;
        foreach (var (after, through) in holds)
        {
            var before = calendar.WorkingDaysBetween(day, after);
            if (before >= count)
            {
                break;
            }

            count -= before;
            day = through > day ? through : day;
        }

        return calendar.AddWorkingDays(day, count);
    }
}
