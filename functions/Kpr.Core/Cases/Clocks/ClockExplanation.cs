using System.Globalization;
using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>Answers "why this date?" (hvorfor denne datoen) in bokmål and English, a sentence a line.</summary>
public static class ClockExplanation
{
    private static readonly CultureInfo Norwegian = Months("januar februar mars april mai juni juli august september oktober november desember");
    private static readonly CultureInfo English = Months("January February March April May June July August September October November December");

    /// <summary>The explanation in bokmål.</summary>
    public static IReadOnlyList<string> InNorwegian(Clock clock)
    {
        var rule = ClockCatalogue.Of(clock.Kind);
        var lines = new List<string> { $"{rule.Norwegian}. Kilde: {rule.Source}." };
        lines.AddRange(clock.Rows.Select(row => row.Act switch
        {
            ClockAct.Started when row.Until is { } until => $"Fristen ble satt til {On(until)}: {row.Reason}.",
            ClockAct.Started => $"Fristen er {row.Term?.Norwegian} og begynte å løpe {On(row.On)}: {row.Reason}.",
            ClockAct.Restarted when row.Until is { } until => $"Fristen ble {On(row.On)} satt på nytt, til {On(until)}: {row.Reason}.",
            ClockAct.Restarted => $"Fristen på {row.Term?.Norwegian} begynte å løpe på nytt {On(row.On)}: {row.Reason}.",
            ClockAct.Paused => $"Fra {On(row.On)} løp den ikke: {row.Reason}.",
            ClockAct.Resumed => $"Fra {On(row.On)} løp den igjen: {row.Reason}.",
            ClockAct.Extended => $"{On(row.On)} ble den forlenget {(row.Until is { } until ? $"til {On(until)}" : $"med {row.Term?.Norwegian}")}: {row.Reason}.",
            ClockAct.Promised => $"{On(row.On)} ble {On(row.Until!.Value)} oppgitt som sannsynlig dato: {row.Reason}.",
            ClockAct.Recomputed => $"Fra {On(row.On)} regnes den etter kalenderen {row.Calendar}: {row.Reason}.",
            _ => $"{On(row.On)} sluttet den å løpe: {row.Reason}.",
        }));
        if (clock.Due is not { } due)
        {
            return [.. lines, "Den har ingen siste dag så lenge den er stanset."];
        }

        lines.Add($"Siste dag er {On(due)} (kalender: {clock.Calendar.Norwegian}).");
        if (Skipped(clock, due) is { Count: > 0 } skipped)
        {
            lines.Add($"Disse dagene teller ikke: {string.Join(", ", skipped.Select(off => $"{Short(off.Date, Norwegian)} ({off.Norwegian})"))}.");
        }

        if (clock.AlternativeDue is { } alternative && alternative != due)
        {
            lines.Add($"Regnet etter {clock.Calendar.Other.Norwegian} ville siste dag vært {On(alternative)}.");
        }

        return lines;

        string On(DateOnly day) => day.ToString("d. MMMM yyyy", Norwegian);
    }

    /// <summary>The explanation in English.</summary>
    public static IReadOnlyList<string> InEnglish(Clock clock)
    {
        var rule = ClockCatalogue.Of(clock.Kind);
        var lines = new List<string> { $"{rule.English}. Source: {rule.Source}." };
        lines.AddRange(clock.Rows.Select(row => row.Act switch
        {
            ClockAct.Started when row.Until is { } until => $"The date was set to {On(until)} (“{row.Reason}”).",
            ClockAct.Started => $"The term is {row.Term?.English} and ran from {On(row.On)} (“{row.Reason}”).",
            ClockAct.Restarted when row.Until is { } until => $"On {On(row.On)} the date was set anew, to {On(until)} (“{row.Reason}”).",
            ClockAct.Restarted => $"The term of {row.Term?.English} ran anew from {On(row.On)} (“{row.Reason}”).",
            ClockAct.Paused => $"It did not run from {On(row.On)} (“{row.Reason}”).",
            ClockAct.Resumed => $"It ran again from {On(row.On)} (“{row.Reason}”).",
            ClockAct.Extended => $"On {On(row.On)} it was extended {(row.Until is { } until ? $"to {On(until)}" : $"by {row.Term?.English}")} (“{row.Reason}”).",
            ClockAct.Promised => $"On {On(row.On)}, {On(row.Until!.Value)} was given as the likely date (“{row.Reason}”).",
            ClockAct.Recomputed => $"From {On(row.On)} it is counted by the calendar {row.Calendar} (“{row.Reason}”).",
            _ => $"It stopped on {On(row.On)} (“{row.Reason}”).",
        }));
        if (clock.Due is not { } due)
        {
            return [.. lines, "It has no last day while it is held."];
        }

        lines.Add($"The last day is {On(due)} (calendar: {clock.Calendar.English}).");
        if (Skipped(clock, due) is { Count: > 0 } skipped)
        {
            lines.Add($"These days do not count: {string.Join(", ", skipped.Select(off => $"{Short(off.Date, English)} ({off.English})"))}.");
        }

        if (clock.AlternativeDue is { } alternative && alternative != due)
        {
            lines.Add($"Counted by {clock.Calendar.Other.English} the last day would be {On(alternative)}.");
        }

        return lines;

        string On(DateOnly day) => day.ToString("d MMMM yyyy", English);
    }

    // A term of weeks or months skips only the days it rolled over at its end; a date skips none.
    private static IReadOnlyList<DayOff> Skipped(Clock clock, DateOnly due)
    {
        var rows = ClockArithmetic.Current(clock.Rows);
        if (rows[0].Until is not null)
        {
            return [];
        }

        if (rows.Any(row => row.Term is { Unit: TermUnit.WorkingDays }))
        {
            return clock.Calendar.DaysOffBetween(rows[0].On, due);
        }

        return ClockArithmetic.RolledOver(clock.Rows);
    }

    private static string Short(DateOnly day, CultureInfo culture) => day.ToString("d. MMMM", culture);

    // The machine may have no Norwegian culture (InvariantGlobalization): the names of months are our own.
    private static CultureInfo Months(string names)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        string[] months = [.. names.Split(' '), string.Empty];
        culture.DateTimeFormat.MonthNames = months;
        culture.DateTimeFormat.MonthGenitiveNames = months;
        return CultureInfo.ReadOnly(culture);
    }
}
