namespace Kpr.Core.Calendar;

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    /// <summary>Working days (virkedager), by a calendar.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Weeks: end on the same weekday.</summary>
    Weeks,

    /// <summary>Months: end on the same date, or on the last of a shorter month.</summary>
    Months,
}
