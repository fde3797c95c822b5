using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using static Kpr.Core.Tests.Reporting.ReportingExample;

namespace Kpr.Core.Tests.Reporting;

public sealed class MissingReportsTests
{
    private static readonly MissingReports Missing = new(ReportingCalendar.Default);

    [Theory]
    [InlineData(1, 1, 0, false)]
    [InlineData(1, 2, 1, false)]
    [InlineData(1, 15, 1, false)]
    [InlineData(1, 16, 1, true)]
    public void The_annual_report_is_awaited_from_the_second_and_late_from_the_sixteenth_of_January(int month, int day, int reports, bool late)
    {
        var missing = Missing.Of("0301", 2026, At(2026, month, day), []);

        Assert.Equal(reports, missing.Count);
        Assert.All(missing, report => Assert.Equal(("care-report", "2025", new DateOnly(2026, 1, 15), late), (report.Feed, report.Period, report.DueOn, report.IsLate)));
    }

    [Fact]
    public void Both_shipments_make_a_report_and_one_of_them_does_not()
    {
        var one = Report(2025, 1, "KPR_IPL", At(2026, 1, 5));

        Assert.Contains("Bare KPR_IPL", Assert.Single(Missing.Of("0301", 2026, At(2026, 1, 20), [one])).What, StringComparison.Ordinal);
        Assert.Empty(Missing.Of("0301", 2026, At(2026, 1, 20), [one, Report(2025, 1, "KPR_IDE", At(2026, 1, 6))]));
    }

    [Fact]
    public void A_trial_or_a_rejected_report_is_none()
    {
        Delivery[] trial = [Report(2025, 1, "KPR_IPL", At(2025, 12, 5)), Report(2025, 1, "KPR_IDE", At(2025, 12, 5))];
        var rejected = trial.Select(one => one with { ReceivedAt = At(2026, 1, 5).UtcDateTime, Status = ReceiptStatus.Rejected }).ToArray();

        Assert.Single(Missing.Of("0301", 2026, At(2026, 1, 20), trial));
        Assert.Single(Missing.Of("0301", 2026, At(2026, 1, 20), rejected));
    }

    [Fact]
    public void A_municipality_that_was_not_there_in_the_data_year_owes_nothing() =>
        Assert.Empty(Missing.Of("1507", 2026, At(2026, 1, 20), []));

    [Fact]
    public void Events_that_stop_coming_are_missed_after_two_days_and_those_that_never_came_are_not()
    {
        Delivery[] deliveries = [Report(2024, 1, "KPR_IPL", At(2025, 1, 5)), Report(2024, 1, "KPR_IDE", At(2025, 1, 5)), Of("care-events", At(2025, 6, 1))];

        Assert.Empty(Missing.Of("0301", 2025, At(2025, 6, 3), deliveries));
        Assert.Equal(("care-events", true), Assert.Single(Missing.Of("0301", 2025, At(2025, 6, 4), deliveries)) is var late ? (late.Feed, late.IsLate) : default);
        Assert.Empty(Missing.Of("0301", 2025, At(2025, 6, 4), deliveries[..2]));
    }

    [Fact]
    public void Claims_are_missed_after_a_fortnight()
    {
        Delivery[] deliveries = [Of("claims", At(2025, 6, 1))];

        Assert.Empty(Missing.Of("987654325", 2025, At(2025, 6, 15), deliveries));
        Assert.Equal("claims", Assert.Single(Missing.Of("987654325", 2025, At(2025, 6, 16), deliveries)).Feed);
    }

    [Fact]
    public void A_month_is_due_thirty_days_after_its_end()
    {
        Delivery[] deliveries = [Month(new DateOnly(2025, 1, 1), Guid.NewGuid(), null, At(2025, 2, 20))];

        var missing = Missing.Of("987654325", 2025, At(2025, 4, 10), deliveries);

        Assert.Equal(
            [("2024-12", new DateOnly(2025, 1, 30), true), ("2025-02", new DateOnly(2025, 3, 30), true), ("2025-03", new DateOnly(2025, 4, 30), false)],
            missing.Select(report => (report.Period, report.DueOn!.Value, report.IsLate)));
        Assert.Empty(Missing.Of("987654325", 2025, At(2025, 4, 10), []));
    }

    [Fact]
    public void School_health_has_no_deadline_and_is_not_late()
    {
        Delivery[] deliveries = [Of("school-health", At(2025, 6, 1)), Report(2025, 1, "KPR_IPL", At(2026, 1, 5)), Report(2025, 1, "KPR_IDE", At(2026, 1, 5))];

        var missing = Assert.Single(Missing.Of("0301", 2026, At(2026, 8, 1), deliveries));

        Assert.Equal(("school-health", null, false), (missing.Feed, missing.DueOn, missing.IsLate));
    }
}
