using System.Text.Json;
using Grpc.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class EventTests
{
    [Fact]
    public async Task Events_raised_before_anybody_waits_are_kept_in_their_order()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var start = new StartOrchestrationOptions("id", app.Clock.GetUtcNow().AddMinutes(1));
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Three", start);
        await app.RaiseAsync("id", "e", "1");
        await app.RaiseAsync("id", "e", "2");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.RaiseAsync("id", "e", "3");

        Assert.Equal("\"1 2 3\"", (await app.GetAsync("id")).SerializedOutput);
    }

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
    public async Task No_payload_is_null_where_null_can_be_and_fails_the_instance_where_it_cannot()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Nulls", null, "nulls");
        foreach (var name in new[] { "text", "object", "number" })
        {
            await app.RaiseAsync("nulls", name);
        }

        await app.RunAsync("Number", null, "number");
        await app.RaiseAsync("number", "e");

        Assert.Equal("\"True True True\"", (await app.GetAsync("nulls")).SerializedOutput);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await app.StatusAsync("number"));
    }

    [Theory]
    [InlineData("Number", "abc")]
    [InlineData("Number", "5")]
    [InlineData("Text", 5)]
    public async Task A_payload_of_the_wrong_type_fails_the_instance_and_cannot_be_caught(string name, object payload)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync(name, null, "id");
        await app.RaiseAsync("id", "e", payload);
        var ended = await app.GetAsync("id");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal($"Function '{name}' failed with an unhandled exception.", ended.ReadOutputAs<JsonElement>().GetProperty("message").GetString());
    }

    [Fact]
    public async Task Without_a_type_the_payload_is_a_JsonElement()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Untyped", null, "id");
        await app.RaiseAsync("id", "e", new { A = 1 });

        Assert.Equal("\"JsonElement\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task An_event_to_nobody_or_to_one_that_has_ended_is_refused()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Sender", "nobody", "sender");

        var unknown = await Assert.ThrowsAsync<RpcException>(() => app.Client.RaiseEventAsync("x", "e"));
        Assert.Equal((StatusCode.NotFound, "No instance with ID 'x' was found."), (unknown.StatusCode, unknown.Status.Detail));
        var ended = await Assert.ThrowsAsync<RpcException>(() => app.Client.RaiseEventAsync("sender", "e"));
        Assert.Equal((StatusCode.FailedPrecondition, "The orchestration instance with the provided instance id is not running."), (ended.StatusCode, ended.Status.Detail));
    }

    [Fact]
    public async Task An_orchestration_sends_events_to_another_and_does_not_learn_whether_it_exists()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Text", null, "waiter");
        var lost = await app.RunAsync("Sender", "nobody");
        var sent = await app.RunAsync("Sender", "waiter");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, lost.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, sent.RuntimeStatus);
        Assert.Equal("\"hello\"", (await app.GetAsync("waiter")).SerializedOutput);
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
        [Function("Three")]
        public static async Task<string> ThreeAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"{await context.WaitForExternalEvent<string>("e")} {await context.WaitForExternalEvent<string>("E")} {await context.WaitForExternalEvent<string>("e")}";

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

        [Function("Nulls")]
        public static async Task<string> NullsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"{await context.WaitForExternalEvent<string?>("text") is null} {await context.WaitForExternalEvent<object?>("object") is null} {await context.WaitForExternalEvent<int?>("number") is null}";

        [Function("Number")]
        public static async Task<int> NumberAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                return await context.WaitForExternalEvent<int>("e");
            }
            catch (JsonException)
            {
                return -1;
            }
        }

        [Function("Text")]
        public static Task<string> TextAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");

        [Function("Untyped")]
        public static async Task<string> UntypedAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            (await context.WaitForExternalEvent<object>("e")).GetType().Name;

        [Function("Sender")]
        public static void Send([OrchestrationTrigger] TaskOrchestrationContext context, string to) => context.SendEvent(to, "e", "hello");

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
