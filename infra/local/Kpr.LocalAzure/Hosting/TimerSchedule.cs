using System.Globalization;

namespace Kpr.LocalAzure.Hosting;

/// <summary>When a timer fires: an NCRONTAB expression in UTC, or a fixed span.</summary>
internal sealed class TimerSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly TimeSpan? _span;
    private readonly bool[] _seconds = [];
    private readonly bool[] _minutes = [];
    private readonly bool[] _hours = [];
    private readonly bool[] _daysOfMonth = [];
    private readonly bool[] _months = [];
    private readonly bool[] _daysOfWeek = [];

    private TimerSchedule(TimeSpan span) => _span = span;

    private TimerSchedule(string text, string[] fields)
    {
        _seconds = Field(text, fields[0], 0, 59, []);
        _minutes = Field(text, fields[1], 0, 59, []);
        _hours = Field(text, fields[2], 0, 23, []);
        _daysOfMonth = Field(text, fields[3], 1, 31, []);
        _months = Field(text, fields[4], 1, 12, Months);
        _daysOfWeek = Field(text, fields[5], 0, 7, Days);
        _daysOfWeek[0] |= _daysOfWeek[7];
    }

    /// <summary>Reads six fields (second, minute, hour, day, month, day of week), five without the seconds, or a time span.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static TimerSchedule Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length switch
        {
            6 => new TimerSchedule(text, fields),
            5 => new TimerSchedule(text, ["0", .. fields]),
            1 when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero => new TimerSchedule(span),
            _ => throw new FormatException($"'{text}' is no schedule: six fields from second to day of week, or a time span."),
        };
    }

    /// <summary>Whether two runs may lie less than a minute apart; the past of such a schedule is not kept.</summary>
    public bool IsShort(DateTime from)
    {
        for (var i = 0; i < 5; i++)
        {
            var first = Next(from);
            from = Next(first);
            if (from - first < TimeSpan.FromMinutes(1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first occurrence after a time.</summary>
    /// <exception cref="InvalidOperationException">There is none in the next ten years, as for 30 February.</exception>
    public DateTime Next(DateTime after)
    {
        if (_span is { } span)
        {
            return after + span;
        }

        var time = new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        for (var end = time.AddYears(10); time < end;)
        {
            if (!_months[time.Month])
            {
                time = time.Date.AddDays(1 - time.Day).AddMonths(1);
            }
            else if (!_daysOfMonth[time.Day] || !_daysOfWeek[(int)time.DayOfWeek])
            {
                time = time.Date.AddDays(1);
            }
            else if (!_hours[time.Hour])
            {
                time = time.Date.AddHours(time.Hour + 1);
            }
            else if (!_minutes[time.Minute])
            {
                time = time.AddSeconds(60 - time.Second);
            }
            else if (!_seconds[time.Second])
            {
                time = time.AddSeconds(1);
            }
            else
            {
                return time;
            }
        }

        throw new InvalidOperationException("The schedule has no occurrence in the next ten years.");
    }

    private static bool[] Field(string text, string field, int first, int last, string[] names)
    {
        var set = new bool[last + 1];
        foreach (var part in field.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var whole] => (whole, 1),
                [var whole, var by] when int.TryParse(by, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => (whole, number),
                _ => throw Bad(text, part),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (first, last),
                [var one] when part.Contains('/') => (Number(text, one, names, first), last),
                [var one] => (Number(text, one, names, first), Number(text, one, names, first)),
                [var low, var high] => (Number(text, low, names, first), Number(text, high, names, first)),
                _ => throw Bad(text, part),
            };
            if (from < first || to > last || from > to)
            {
                throw Bad(text, part);
            }

            for (var i = from; i <= to; i += step)
            {
                set[i] = true;
            }
        }

        return set;
    }

    private static int Number(string text, string part, string[] names, int first)
    {
        var named = Array.FindIndex(names, name => name.Equals(part, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? named + first
            : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Bad(text, part);
    }

    private static FormatException Bad(string text, string part) => new($"'{part}' in the schedule '{text}' is no value of its field.");
}
