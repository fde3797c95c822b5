using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Reporting;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Senders;

/// <summary>
/// Notes reminders to municipalities whose annual report has not come, on the days of the calendar. Run twice on a day, or
/// after days without running, it notes what is due once: of days that went by unseen only the last.
/// </summary>
public sealed class RemindSenders(LateList late, ReminderLog reminders, CalendarSource calendars, TimeProvider clock, ILogger<RemindSenders> log)
{
    /// <summary>Notes what is due.</summary>
    /// <returns>Number of reminders that were not noted before.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var calendar = await calendars.GetAsync(cancellationToken);
        var today = NorwegianTime.Today(clock);
        var noted = 0;
        foreach (var dataYear in calendar.Dates.Where(date => date.Feed == LateList.Feed && date.From <= today && today <= date.To.AddYears(1)).Select(date => date.DataYear).Distinct())
        {
            noted += await RemindAsync(calendar, dataYear, today, cancellationToken);
        }

        Log.SendersReminded(log, noted);
        return noted;
    }

    private async Task<int> RemindAsync(ReportingCalendar calendar, int dataYear, DateOnly today, CancellationToken cancellationToken)
    {
        // After the time for corrections nobody is reminded any more.
        var days = calendar.RemindersUntil(LateList.Feed, dataYear, today);
        if (days.Count == 0 || calendar.Find(LateList.Feed, dataYear, ReportingDateKind.Correction) is { } correction && today > correction.To)
        {
            return 0;
        }

        var noted = 0;
        foreach (var sender in await late.OfAsync(dataYear, cancellationToken))
        {
            noted += await reminders.TryAddAsync(sender.Sender, days[^1], days.Count, Text(sender, today), cancellationToken) ? 1 : 0;
        }

        return noted;
    }

    private static string Text(LateSender sender, DateOnly today)
    {
        var due = sender.DueOn.ToString("d.M.yyyy", CultureInfo.InvariantCulture);
        return today <= sender.DueOn
            ? $"{sender.What} Fristen er {due}. Send det dere har innen fristen, også om det ikke er komplett."
            : $"{sender.What} Fristen var {due}. Send rapporten så snart som mulig; rettelser kan sendes etterpå.";
    }
}
