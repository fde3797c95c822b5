using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using static Kpr.Core.Tests.Reporting.ReportingExample;

namespace Kpr.Core.Tests.Reporting;

public sealed class DeliveredFiguresTests
{
    private static readonly Guid First = new("00000000-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("00000000-0000-4000-8000-000000000002");

    [Fact]
    public void Deliveries_add_up_by_period_and_service()
    {
        var figures = DeliveredFigures.Of("care-events",
        [
            Of("care-events", At(2026, 1, 5), new Figure("2025", "alle", 3), new Figure("2026", "21", 1)),
            Of("care-events", At(2026, 1, 6), new Figure("2026", "21", 4)),
            Of("school-health", At(2026, 1, 6), new Figure("2026", "alle", 100)),
        ]);

        Assert.Equal([new Figure("2025", "alle", 3), new Figure("2026", "21", 5)], figures);
    }

    [Fact]
    public void What_was_rejected_repeated_or_is_under_way_counts_for_nothing()
    {
        var one = Of("care-events", At(2026, 1, 5), new Figure("2026", "21", 1));

        Assert.Empty(DeliveredFigures.Of("care-events", [one with { Status = ReceiptStatus.Rejected }, one with { IsRepeated = true }, one with { Status = null }, one with { Status = ReceiptStatus.Held }]));
    }

    [Fact]
    public void Of_annual_reports_the_highest_serial_number_counts_whatever_came_last()
    {
        var figures = DeliveredFigures.Of("care-report",
        [
            Report(2025, 3, "KPR_IPL", At(2026, 1, 5), new Figure("2025", "alle", 30)),
            Report(2025, 2, "KPR_IPL", At(2026, 1, 9), new Figure("2025", "alle", 20)),
            Report(2024, 9, "KPR_IPL", At(2025, 1, 9), new Figure("2024", "alle", 10)),
        ]);

        Assert.Equal([new Figure("2024", "alle", 10), new Figure("2025", "alle", 30)], figures);
    }

    [Fact]
    public void Of_monthly_deliveries_the_edition_that_stands_counts()
    {
        var may = new DateOnly(2025, 5, 1);
        var figures = DeliveredFigures.Of("kuhr-delivery",
        [
            Month(may, Second, First, At(2025, 6, 20), new Figure("2025-05", "fastlege", 90)),
            Month(may, First, null, At(2025, 6, 10), new Figure("2025-05", "fastlege", 100)),
        ]);

        Assert.Equal([new Figure("2025-05", "fastlege", 90)], figures);
    }

    [Fact]
    public void A_figure_stands_beside_that_of_the_year_before()
    {
        Figure[] figures = [new("2024-05", "fastlege", 100), new("2025-05", "fastlege", 130), new("2025-05", "legevakt", 5), new("2024-06", "fastlege", 7), new("2024-05", "tannlege", 4)];

        var compared = DeliveredFigures.Compare("kuhr-delivery", 2025, figures, figures);

        Assert.Equal(
            [("2025-05", "fastlege", 130L, 100L), ("2025-05", "legevakt", 5, null), ("2025-05", "tannlege", 0, 4)],
            compared.Select(one => (one.Period, one.Service, one.Count, one.Before)));
        Assert.Equal([30.0, null, -100.0], compared.Select(one => one.Percent));
        Assert.Equal([true, false, false], compared.Select(one => one.IsBeyondLimit));
    }

    [Theory]
    [InlineData(1000, 1200, false)]
    [InlineData(1000, 1201, true)]
    [InlineData(1000, 799, true)]
    [InlineData(99, 148, false)]
    [InlineData(99, 149, true)]
    [InlineData(100, 149, true)]
    [InlineData(0, 500, false)]
    [InlineData(null, 500, false)]
    public void Users_may_differ_by_a_fifth_and_few_users_by_half(int? before, int now, bool beyond) =>
        Assert.Equal(beyond, new Deviation("care-report", "2025", Figure.All, now, before).IsBeyondLimit);

    [Theory]
    [InlineData(1000, 1250, false)]
    [InlineData(1000, 1251, true)]
    [InlineData(100, 74, true)]
    [InlineData(99, 1, false)]
    public void Claims_may_differ_by_a_quarter(int before, int now, bool beyond) =>
        Assert.Equal(beyond, new Deviation("kuhr-delivery", "2025-05", "fastlege", now, before).IsBeyondLimit);

    [Fact]
    public void Where_no_rule_sets_a_limit_none_is_shown() =>
        Assert.False(new Deviation("care-events", "2025", "21", 1_000, 1).IsBeyondLimit);

    [Fact]
    public void An_empty_year_has_no_figures() => Assert.Empty(DeliveredFigures.Compare("care-report", 2025, [], []));
}
