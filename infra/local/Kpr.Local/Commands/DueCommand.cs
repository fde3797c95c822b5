using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kpr.Core.Calendar;
using Kpr.Local.Deadlines;

namespace Kpr.Local.Commands;

/// <summary><c>kpr due</c>: when a deadline ends, and why.</summary>
internal static class DueCommand
{
    // Forty years of working days: longer terms are typing errors.
    private const int LongestTerm = 10_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var from = new Argument<DateOnly>("DATE") { Description = "Dagen fristen løper fra (åååå-mm-dd); telles ikke med.", CustomParser = Day };
        var workingDays = new Option<int?>("--working-days") { HelpName = "N", Description = "Så mange virkedager.", CustomParser = Count };
        var weeks = new Option<int?>("--weeks") { HelpName = "N", Description = "Så mange uker.", CustomParser = Count };
        var calendar = new Option<string>("--calendar")
        {
            HelpName = "mon-fri|mon-sat",
            Description = "Hva en virkedag er: mandag–fredag (vanlig) eller mandag–lørdag, uten helligdager.",
            DefaultValueFactory = _ => WorkingCalendar.MondayToFriday.Id,
        };
        calendar.AcceptOnlyFromAmong([.. WorkingCalendar.All.Select(known => known.Id)]);
        var command = new Command("due", "Regn ut når en frist går ut, og si hvilke dager som ikke teller.") { from, workingDays, weeks, calendar };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(workingDays) is null) == (result.GetResult(weeks) is null))
            {
                result.AddError("Oppgi enten --working-days N eller --weeks N.");
            }
        });
        command.SetAction(parsed =>
        {
            var term = parsed.GetValue(workingDays) is { } days ? Term.WorkingDays(days) : Term.Weeks(parsed.GetValue(weeks)!.Value);
            return Answer(parsed.GetValue(from), term, WorkingCalendar.Find(parsed.GetRequiredValue(calendar))!, output);
        });
        return command;
    }

    private static int Answer(DateOnly from, Term term, WorkingCalendar calendar, CommandOutput output)
    {
        // No working year has fewer than 240 days: this many years are enough for any term.
        if (from.Year < Holidays.FirstYear || from.AddDays(term.Unit == TermUnit.Weeks ? 7 * term.Count : term.Count * 366 / 240).Year >= Holidays.LastYear)
        {
            output.Error.WriteLine($"Helligdager er regnet ut for {Holidays.FirstYear}–{Holidays.LastYear}; fristen går utenfor.");
            return ExitCode.Usage;
        }

        var deadline = Deadline.Of(from, term, calendar);
        output.Out.WriteLine(DueJson.Line(new DueAnswer(
            deadline.From, term.English, calendar.Id, deadline.Due, new DueAlternative(calendar.Other.Id, deadline.AlternativeDue),
            [.. deadline.Reasons.Select(off => new DueReason(off.Date, off.Norwegian, off.English))])));
        return ExitCode.Good;
    }

    private static DateOnly Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError("Datoen skrives åååå-mm-dd, for eksempel 2026-03-02.");
        return default;
    }

    private static int? Count(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= LongestTerm)
        {
            return count;
        }

        result.AddError($"N er et helt tall fra 1 til {LongestTerm}.");
        return null;
    }
}
