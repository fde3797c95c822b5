using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>
/// A clock: a ledger of rows. Everything else, the due date first, is a pure function of the ledger and of the version of the calendar it names, so it
/// does not matter when or in which time zone it is computed.
/// </summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Subject">Of what, where a case may have several of the kind: an order, a prerequisite, an estimate.</param>
/// <param name="Rows">The ledger, oldest first.</param>
public sealed record Clock(ClockKind Kind, string? Subject, IReadOnlyList<ClockRow> Rows)
{
    /// <summary>Name of the clock within its case, for example <c>order-delivery/kpr-1</c>.</summary>
    public string Key => KeyOf(Kind, Subject);

    /// <summary>Whether it runs.</summary>
    public ClockStatus Status
    {
        get
        {
            for (var i = Rows.Count - 1; i >= 0; i--)
            {
                switch (Rows[i].Act)
                {
                    case ClockAct.Stopped: return ClockStatus.Stopped;
                    case ClockAct.Paused: return ClockStatus.Paused;
                    case ClockAct.Started or ClockAct.Restarted or ClockAct.Resumed: return ClockStatus.Running;
                }
            }

            return ClockStatus.Stopped;
        }
    }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => Status == ClockStatus.Running;

    /// <summary>The calendar it is counted by.</summary>
    /// <exception cref="InvalidOperationException">The ledger names a version of the calendar that is not known.</exception>
    public WorkingCalendar Calendar
    {
        get
        {
            var key = Rows.Last(row => row.Calendar is not null).Calendar!;
            return WorkingCalendar.Find(key) ?? throw new InvalidOperationException($"The calendar {key} of the clock {Key} is not known.");
        }
    }

    /// <summary>The date that was promised last; null when none was, or the clock began anew since.</summary>
    public DateOnly? Promised => ClockArithmetic.Current(Rows).LastOrDefault(row => row.Act == ClockAct.Promised)?.Until;

    /// <summary>The last day of the term; null while it is held.</summary>
    public DateOnly? Due => DueBy(Calendar);

    /// <summary>The last day by the other calendar.</summary>
    public DateOnly? AlternativeDue => DueBy(Calendar.Other);

    /// <summary>The name of a clock within its case.</summary>
    public static string KeyOf(ClockKind kind, string? subject)
    {
        var name = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
        return subject is null ? name : $"{name}/{subject}";
    }

    /// <summary>The last day of the term by a calendar; null while it is held.</summary>
    public DateOnly? DueBy(WorkingCalendar calendar) => ClockArithmetic.Due(Rows, calendar);

    /// <summary>Working days that have run from the start up to and with a day, held days left out.</summary>
    public int ElapsedOn(DateOnly day) => ClockArithmetic.Elapsed(Rows, Calendar, day);

    /// <summary>Whether the clock runs and its last day is before <paramref name="today"/>.</summary>
    public bool IsOverdueOn(DateOnly today) => IsRunning && Due is { } due && due < today;

    internal Clock Add(ClockRow row) => this with { Rows = Rows.Plus(row) };
}
