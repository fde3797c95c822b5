using Kpr.Core.Catalogue;
using Kpr.Core.Reporting;

namespace Kpr.Core.Tests.Reporting;

public sealed class ReportingCalendarTests
{
    private const string Header = "dataaar;strom;slag;fra;til;kilde\n";

    [Theory]
    [InlineData(2023, ReportingDateKind.Trial, "2023-11-01", "2023-12-31")]
    [InlineData(2023, ReportingDateKind.Due, "2024-01-02", "2024-01-15")]
    [InlineData(2018, ReportingDateKind.Due, "2019-01-02", "2019-02-15")]
    [InlineData(2025, ReportingDateKind.Correction, "2026-01-16", "2026-06-30")]
    public void The_program_knows_the_windows_and_who_set_them(int dataYear, ReportingDateKind kind, string from, string to)
    {
        var window = ReportingCalendar.Default.Find("care-report", dataYear, kind)!;

        Assert.Equal((DateOnly.Parse(from, null), DateOnly.Parse(to, null)), (window.From, window.To));
        Assert.False(string.IsNullOrWhiteSpace(window.Source));
    }

    [Fact]
    public void Windows_of_a_year_follow_each_other_without_overlap()
    {
        foreach (var year in ReportingCalendar.Default.Dates.Select(date => date.DataYear).Distinct())
        {
            var (trial, due, correction) = (Find(year, ReportingDateKind.Trial), Find(year, ReportingDateKind.Due), Find(year, ReportingDateKind.Correction));
            Assert.True(trial.To < due.From && due.To.AddDays(1) == correction.From, $"{year}");
        }

        static ReportingDate Find(int year, ReportingDateKind kind) => ReportingCalendar.Default.Find("care-report", year, kind)!;
    }

    [Fact]
    public void Reminders_that_have_come_are_told_the_latest_last()
    {
        Assert.Empty(ReportingCalendar.Default.RemindersUntil("care-report", 2025, new DateOnly(2026, 1, 8)));
        Assert.Equal([new DateOnly(2026, 1, 9), new DateOnly(2026, 1, 14)], ReportingCalendar.Default.RemindersUntil("care-report", 2025, new DateOnly(2026, 1, 15)).Select(day => day.From));
    }

    [Theory]
    [InlineData("2025;care-report;frist;2026-01-15;2026-01-02;kilde")]
    [InlineData("2025;care-report;frist;2026-13-01;2026-01-02;kilde")]
    [InlineData("2025;care-report;fest;2026-01-02;2026-01-15;kilde")]
    [InlineData("2025;care;frist;2026-01-02;2026-01-15;kilde")]
    [InlineData("25;care-report;frist;2026-01-02;2026-01-15;kilde")]
    [InlineData("2025;care-report;frist;2026-01-02;2026-01-15; ")]
    public void A_malformed_row_is_told_by_its_number(string row)
    {
        var fault = Assert.Throws<InvalidDataException>(() => ReportingCalendar.Read(ReferenceTable.Parse("kalender.csv", Header + "2024;care-report;frist;2025-01-02;2025-01-15;kilde\n" + row + "\n")));

        Assert.Equal("kalender.csv: row 2 is malformed.", fault.Message);
    }
}
