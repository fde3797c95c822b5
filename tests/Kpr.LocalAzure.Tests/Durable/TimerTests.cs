using Kpr.LocalAzure.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class TimerTests
{
    [Theory]
    [InlineData(true, "\"True TaskCanceledException\"", OrchestrationRuntimeStatus.Completed)]
    [InlineData(false, null, OrchestrationRuntimeStatus.Running)]
    public async Task An_instance_that_has_returned_stays_until_its_timer_fires_unless_that_is_cancelled(bool cancel, string? output, OrchestrationRuntimeStatus status)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Race", cancel, "id");
        await app.RaiseAsync("id", "go");
        var returned = await app.GetAsync("id");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((output, status), (returned.SerializedOutput, returned.RuntimeStatus));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await app.StatusAsync("id"));
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal("\"past\"", (await app.RunAsync("Past")).SerializedOutput);
    }

    [Fact]
    public async Task A_time_without_kind_is_UTC()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("NoKind", null, "id");
        await app.AdvanceAsync(TimeSpan.FromMinutes(9));
        var before = await app.StatusAsync("id");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, before);
        Assert.Equal("\"Utc\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task With_a_token_that_is_cancelled_there_is_no_timer()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync("Cancelled");

        Assert.Equal("\"TaskCanceledException\"", ended.SerializedOutput);
        Assert.DoesNotContain(app.History(ended.InstanceId), happened => happened.Kind == EventKind.TimerCreated);
    }

    [Fact]
    public async Task A_timer_fires_at_its_time_or_later_never_before()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Hour", null, "id");
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.True((await app.GetAsync("id")).ReadOutputAs<bool>());
        Assert.Equal(
            [EventKind.OrchestratorStarted, EventKind.ExecutionStarted, EventKind.TimerCreated, EventKind.OrchestratorStarted, EventKind.TimerFired, EventKind.ExecutionCompleted],
            app.History("id").Select(happened => happened.Kind));
    }

    [Fact]
    public async Task A_timer_of_30_days_is_set_three_days_at_a_time()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Month", null, "id");
        var first = app.History("id");
        var began = first[0].Time!.Value;
        for (var day = 0; day < 30; day += 3)
        {
            Assert.Equal(OrchestrationRuntimeStatus.Running, await app.StatusAsync("id"));
            await app.AdvanceAsync(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));
        }

        Assert.Equal(began.AddDays(3), Assert.Single(first, happened => happened.Kind == EventKind.TimerCreated).Time);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await app.StatusAsync("id"));
        Assert.Equal(10, app.History("id").Count(happened => happened.Kind == EventKind.TimerFired));
    }

    public sealed class Flows
    {
        [Function("Race")]
        public static async Task<string> RaceAsync([OrchestrationTrigger] TaskOrchestrationContext context, bool cancel)
        {
            using var end = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), end.Token);
            await Task.WhenAny(timer, context.WaitForExternalEvent<string>("go"));
            if (!cancel)
            {
                return "left";
            }

            end.Cancel();
            var at = timer.IsCanceled;
            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer);
            return $"{at} {thrown.GetType().Name}";
        }

        [Function("Past")]
        public static async Task<string> PastAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(DateTime.MinValue, CancellationToken.None);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            await context.CreateTimer(TimeSpan.FromDays(-1), CancellationToken.None);
            return "past";
        }

        [Function("NoKind")]
        public static async Task<string> NoKindAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(DateTime.SpecifyKind(context.CurrentUtcDateTime.AddMinutes(10), DateTimeKind.Unspecified), CancellationToken.None);
            return context.CurrentUtcDateTime.Kind.ToString();
        }

        [Function("Cancelled")]
        public static async Task<string> CancelledAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => context.CreateTimer(TimeSpan.FromHours(1), new CancellationToken(true)))).GetType().Name;

        [Function("Hour")]
        public static async Task<bool> HourAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var due = context.CurrentUtcDateTime.AddHours(1);
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        }

        [Function("Month")]
        public static Task MonthAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
    }
}
