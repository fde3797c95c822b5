using System.Globalization;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class TimerTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-01T10:02:30", "2026-03-01T10:05:00")]
    [InlineData("0 */5 * * * *", "2026-03-01T10:05:00", "2026-03-01T10:10:00")]
    [InlineData("30 0 6 * * MON-FRI", "2026-03-06T06:00:30", "2026-03-09T06:00:30")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 3 1 JAN,jul *", "2026-01-01T03:00:00", "2026-07-01T03:00:00")]
    [InlineData("0 15/20 8-9 * * *", "2026-03-01T08:36:00", "2026-03-01T08:55:00")]
    [InlineData("0 15/20 8-9 * * *", "2026-03-01T08:56:00", "2026-03-01T09:15:00")]
    [InlineData("0 0 12 * * 7", "2026-03-02T00:00:00", "2026-03-08T12:00:00")]
    [InlineData("0 0 12 13 * 5", "2026-01-01T00:00:00", "2026-02-13T12:00:00")]
    [InlineData("30 9 * * *", "2026-12-31T23:59:59", "2027-01-01T09:30:00")]
    [InlineData("00:10:00", "2026-03-01T10:02:30", "2026-03-01T10:12:30")]
    public void A_schedule_has_its_next_occurrence(string schedule, string after, string next) =>
        Assert.Equal(Time(next), TimerSchedule.Parse(schedule).Next(Time(after)));

    [Theory]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("* * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("0 0 0 0 * *")]
    [InlineData("0 5-1 * * * *")]
    [InlineData("0 */0 * * * *")]
    [InlineData("0 0 0 * FOO *")]
    [InlineData("-00:01:00")]
    public void What_is_no_schedule_is_refused(string schedule) =>
        Assert.Throws<FormatException>(() => TimerSchedule.Parse(schedule));

    [Fact]
    public void A_schedule_for_a_day_that_never_comes_says_so() =>
        Assert.Throws<InvalidOperationException>(() => TimerSchedule.Parse("0 0 0 30 2 *").Next(Time("2026-01-01T00:00:00")));

    [Fact]
    public async Task A_timer_fires_by_the_movable_clock_once_for_a_leap()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Daily>(bus, settings: new() { ["Daily"] = "0 0 6 * * *" });
        await app.IdleAsync();
        Assert.Empty(app.Probe.Seen);
        var first = TimerSchedule.Parse("0 0 6 * * *").Next(bus.Clock.GetUtcNow().UtcDateTime);
        bus.Clock.AdvanceTo(first.AddSeconds(1));
        await app.IdleAsync();
        bus.Clock.Advance(TimeSpan.FromDays(100));
        await app.IdleAsync();

        Assert.Equal(
            [
                $"last 0001-01-01 next {first:yyyy-MM-dd HH} updated 0001 due False",
                $"last {first:yyyy-MM-dd} next {first.AddDays(1):yyyy-MM-dd HH} updated {first:yyyy} due False",
            ],
            app.Probe.Seen);
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_for_and_told_of()
    {
        await using var bus = new TestNamespace();
        var settings = new Dictionary<string, string?> { ["Daily"] = "0 0 6 * * *" };
        await using (var app = await TestApp.StartAsync<Daily>(bus, settings: settings))
        {
            await app.IdleAsync();
        }

        bus.Clock.Advance(TimeSpan.FromDays(3));
        await using var again = await TestApp.StartAsync<Daily>(bus, settings: settings);
        await again.IdleAsync();

        Assert.EndsWith("due True", Assert.Single(again.Probe.Seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_shorter_than_a_minute_tells_nothing_of_itself()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Often>(bus);
        await app.IdleAsync();
        bus.Clock.Advance(TimeSpan.FromSeconds(31));
        await app.Probe.UntilAsync(probe => probe.Seen.Count == 1);

        Assert.Equal(["status none"], app.Probe.Seen);
    }

    [Fact]
    public async Task A_timer_may_run_once_more_at_the_start()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<AtStart>(bus);
        await app.IdleAsync();

        Assert.Equal(["due False"], app.Probe.Seen);
    }

    [Fact]
    public async Task A_failing_timer_is_retried_as_the_same_invocation()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Retried>(bus);
        for (var runs = 1; runs < 3; runs++)
        {
            await app.Probe.UntilAsync(probe => probe.Seen.Count == runs && app.Host.Running == 0);
            bus.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await app.IdleAsync();

        Assert.Equal(["0/2", "1/2", "2/2"], app.Probe.Seen.Select(text => text.Split(' ')[0]));
        Assert.Single(app.Probe.Seen.Select(text => text.Split(' ')[1]).Distinct());
    }

    private static DateTime Time(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public sealed class Daily(Probe probe)
    {
        [Function("Daily")]
        public void Run([TimerTrigger("%Daily%")] TimerInfo timer)
        {
            var status = timer.ScheduleStatus!;
            probe.Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"last {status.Last:yyyy-MM-dd} next {status.Next:yyyy-MM-dd HH} updated {status.LastUpdated:yyyy} due {timer.IsPastDue}"));
        }
    }

    public sealed class Often(Probe probe)
    {
        [Function("Often")]
        public void Run([TimerTrigger("00:00:30")] TimerInfo timer) => probe.Tell(timer.ScheduleStatus is null ? "status none" : "status");
    }

    public sealed class AtStart(Probe probe)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => probe.Tell($"due {timer.IsPastDue}");
    }

    public sealed class Retried(Probe probe)
    {
        [Function("Retried")]
        [FixedDelayRetry(2, "00:01:00")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, FunctionContext context)
        {
            probe.Tell($"{context.RetryContext!.RetryCount}/{context.RetryContext.MaxRetryCount} {context.InvocationId}");
            throw new InvalidOperationException($"always {timer.IsPastDue}");
        }
    }
}
