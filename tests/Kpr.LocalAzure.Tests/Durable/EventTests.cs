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
    public async Task No_payload_is_null_where_null_can_be_and_fails_the_instance_where_it_cannot()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Nulls", null, "nulls");
        foreach (var name in new[] { "text", "object", "number", "class" })
        {
            await app.RaiseAsync("nulls", name);
        }

        Assert.Equal("\"True True True True\"", (await app.GetAsync("nulls")).SerializedOutput);
        foreach (var id in new[] { "Number", "Element" })
        {
            await app.RunAsync(id, null, id);
            await app.RaiseAsync(id, "e");
            var failed = await app.GetAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
            Assert.Contains("System.NullReferenceException", failed.SerializedOutput, StringComparison.Ordinal);
        }
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
    public async Task An_event_to_nobody_or_to_one_that_has_ended_in_whatever_way_is_refused()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Sender", "nobody", "completed");
        await app.RunAsync("Number", null, "failed");
        await app.RaiseAsync("failed", "e", "no number");
        await app.RunAsync("Text", null, "terminated");
        await app.Client.TerminateInstanceAsync("terminated");
        await app.IdleAsync();

        var unknown = await Assert.ThrowsAsync<RpcException>(() => app.Client.RaiseEventAsync("x", "e"));
        Assert.Equal((StatusCode.NotFound, "No instance with ID 'x' was found."), (unknown.StatusCode, unknown.Status.Detail));
        foreach (var id in new[] { "completed", "failed", "terminated" })
        {
            var ended = await Assert.ThrowsAsync<RpcException>(() => app.Client.RaiseEventAsync(id, "e"));
            Assert.Equal((StatusCode.FailedPrecondition, "The orchestration instance with the provided instance id is not running."), (ended.StatusCode, ended.Status.Detail));
        }
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

    public sealed class Flows
    {
        [Function("Three")]
        public static async Task<string> ThreeAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"{await context.WaitForExternalEvent<string>("e")} {await context.WaitForExternalEvent<string>("E")} {await context.WaitForExternalEvent<string>("e")}";

        [Function("Nulls")]
        public static async Task<string> NullsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"{await context.WaitForExternalEvent<string?>("text") is null} {await context.WaitForExternalEvent<object?>("object") is null} {await context.WaitForExternalEvent<int?>("number") is null} {await context.WaitForExternalEvent<Flows?>("class") is null}";

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

        [Function("Element")]
        public static async Task<string> ElementAsync([OrchestrationTrigger] TaskOrchestrationContext context) => (await context.WaitForExternalEvent<JsonElement>("e")).ToString();

        [Function("Text")]
        public static Task<string> TextAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");

        [Function("Untyped")]
        public static async Task<string> UntypedAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            (await context.WaitForExternalEvent<object>("e")).GetType().Name;

        [Function("Sender")]
        public static void Send([OrchestrationTrigger] TaskOrchestrationContext context, string to) => context.SendEvent(to, "e", "hello");
    }
}
