using System.Diagnostics.Metrics;
using Kpr.Core.Calendar;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Functions.Telemetry;
using Kpr.LocalAzure;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Telemetry;

public sealed class CaseMetricTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void Cases_are_counted_by_phase_and_their_clocks_by_what_is_left()
    {
        var clock = new MovableClock();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var cases = new CaseMetrics(services.GetRequiredService<IMeterFactory>(), clock);
        var count = new CaseCount(Today);
        count.Add(Case("1", Phase.InReview, Running(ClockKind.MakeAvailable, Today.AddDays(-1)), Running(ClockKind.MakeAvailable, Today.AddDays(5))));
        count.Add(Case("2", Phase.InReview, Running(ClockKind.MakeAvailable, Today.AddDays(-4)), Stopped(ClockKind.MakeAvailable, Today.AddDays(-40))));
        count.Add(Case("3", Phase.Draft));
        cases.Take(count);
        using var metrics = new MetricLog(services);
        metrics.Observe();

        Assert.Equal((2, 1), (metrics.Sums("kpr.cases")["InReview"], metrics.Sums("kpr.cases")["Draft"]));
        Assert.Equal(2, metrics.Sums("kpr.cases.overdue")["make-available"]);
        Assert.Equal(-4, metrics.Sums("kpr.cases.margin")["make-available"]);

        clock.Advance(CaseMetrics.Fresh + TimeSpan.FromSeconds(1));
        using var later = new MetricLog(services);
        later.Observe();
        Assert.Empty(later.All);
    }

    private static CaseState Case(string id, Phase phase, params Clock[] clocks) => new() { Id = id, Phase = phase, Clocks = clocks };

    private static Clock Running(ClockKind kind, DateOnly until) => new(
        kind, null, [new ClockRow(ClockAct.Started, until.AddDays(-30), "Begynner.", "test", Until: until, Calendar: WorkingCalendar.MondayToFriday.Key)]);

    private static Clock Stopped(ClockKind kind, DateOnly until) => Running(kind, until) is var clock
        ? clock with { Rows = [.. clock.Rows, new ClockRow(ClockAct.Stopped, until, "Slutt.", "test")] }
        : clock;
}
