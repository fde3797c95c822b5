using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>Which of several waits gets an event, and how a wait ends without one.</summary>
public sealed class EventWaitTests
{
    [Fact]
    public async Task The_newest_wait_for_a_name_gets_the_next_event()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Stack", null, "id");
        await app.RaiseAsync("id", "e", "1");
        await app.RaiseAsync("id", "e", "2");
        await app.RaiseAsync("id", "e", "3");

        Assert.Equal("\"a=3 b=2 c=1\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task A_wait_that_lost_a_race_does_not_get_the_event_a_newer_one_waits_for()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Abandoned", null, "id");
        await app.RaiseAsync("id", "other");
        await app.RaiseAsync("id", "e", "1");

        Assert.Equal("\"1 False\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task A_wait_with_a_timeout_is_cancelled_when_it_passes_and_leaves_later_events_to_the_next_wait()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Timeout", null, "id");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.RaiseAsync("id", "e", "late");

        Assert.Equal("\"TaskCanceledException A task was canceled. late\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task An_event_in_time_ends_the_wait_and_its_timer()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("InTime", null, "id");
        await app.RaiseAsync("id", "e", "x");

        Assert.Equal("\"x\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_wait_does_not_swallow_the_next_event(bool already)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Cancelled", already, "id");
        await app.RaiseAsync("id", "e", "x");

        Assert.Equal("\"TaskCanceledException x\"", (await app.GetAsync("id")).SerializedOutput);
    }

    public sealed class Flows
    {
        [Function("Stack")]
        public static async Task<string> StackAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var (a, b, c) = (context.WaitForExternalEvent<string>("e"), context.WaitForExternalEvent<string>("e"), context.WaitForExternalEvent<string>("e"));
            return $"a={await a} b={await b} c={await c}";
        }

        [Function("Abandoned")]
        public static async Task<string> AbandonedAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var old = context.WaitForExternalEvent<string>("e");
            await Task.WhenAny(old, context.WaitForExternalEvent<string>("other"));
            return $"{await context.WaitForExternalEvent<string>("e")} {old.IsCompleted}";
        }

        [Function("Timeout")]
        public static async Task<string> TimeoutAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                return await context.WaitForExternalEvent<string>("e", TimeSpan.FromHours(1));
            }
            catch (OperationCanceledException late)
            {
                return $"{late.GetType().Name} {late.Message} {await context.WaitForExternalEvent<string>("e")}";
            }
        }

        [Function("InTime")]
        public static Task<string> InTimeAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(30));

        [Function("Cancelled")]
        public static async Task<string> CancelledAsync([OrchestrationTrigger] TaskOrchestrationContext context, bool already)
        {
            using var cancel = new CancellationTokenSource();
            if (already)
            {
                cancel.Cancel();
            }

            var wait = context.WaitForExternalEvent<string>("e", cancel.Token);
            cancel.Cancel();
            try
            {
                return await wait;
            }
            catch (OperationCanceledException gone)
            {
                return $"{gone.GetType().Name} {await context.WaitForExternalEvent<string>("e")}";
            }
        }
    }
}
