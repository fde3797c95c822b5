using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task A_child_has_an_id_that_follows_from_its_parent_and_knows_it()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync("Parent", null, "id");
        var told = ended.ReadOutputAs<string[]>()!;

        Assert.Matches("^[0-9a-f]{12}5[0-9a-f]{19}$", told[0]);
        Assert.Equal("Parent id", told[1]);
        Assert.Equal("none", told[2]);
        Assert.Equal(told[0], (await app.GetAsync(told[0])).InstanceId);
    }

    [Theory]
    [InlineData("Throws", "Throws System.InvalidOperationException System.ArgumentException")]
    [InlineData("FailsByActivity", "FailsByActivity Microsoft.DurableTask.TaskFailedException System.TimeoutException")]
    [InlineData("Nobody", "Nobody none")]
    public async Task A_failed_child_tells_why(string child, string expected)
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal(expected, (await app.RunAsync("Catches", child)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Retries_of_a_child_have_one_id()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Retries", null, "id");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, app.Probe.Seen.Count);
        Assert.Single(app.Probe.Seen.Distinct());
        Assert.Equal("\"second\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Theory]
    [InlineData("Waits")]
    [InlineData("Here")]
    public async Task An_explicit_id_replaces_an_instance_of_that_id_even_one_that_runs(string before)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync(before, null, "child");
        var ended = await app.RunAsync("Replaces", null, "parent");

        Assert.Equal("\"here\"", ended.SerializedOutput);
        Assert.Equal("Here", (await app.GetAsync("child")).Name);
        Assert.Single(app.History("child"), happened => happened.Kind == EventKind.ExecutionStarted);
    }

    [Theory]
    [InlineData("Catches", OrchestrationRuntimeStatus.Completed, "\"Waits none\"")]
    [InlineData("LetsThrough", OrchestrationRuntimeStatus.Failed, "System.NullReferenceException: Object reference not set to an instance of an object.")]
    public async Task A_child_that_is_terminated_fails_without_details(string parent, OrchestrationRuntimeStatus status, string output)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync(parent, "Waits", "parent");
        var child = app.History("parent").Single(happened => happened.Instance is not null).Instance!;
        await app.Client.TerminateInstanceAsync(child, "stop");
        await app.IdleAsync();
        var ended = await app.GetAsync("parent");

        Assert.Equal((status, output), (ended.RuntimeStatus, ended.SerializedOutput));
    }

    [Fact]
    public async Task The_message_for_a_child_without_details_gives_no_reason()
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal("Task 'Nobody' (#0) failed with an unhandled exception.", (await app.RunAsync("Message")).ReadOutputAs<string>());
    }

    public sealed class Flows(Probe probe)
    {
        [Function("Parent")]
        public static async Task<string[]> ParentAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            [.. await context.CallSubOrchestratorAsync<string[]>("Child"), context.Parent is null ? "none" : "some"];

        [Function("Child")]
        public static string[] Child([OrchestrationTrigger] TaskOrchestrationContext context) => [context.InstanceId, $"{context.Parent!.Name} {context.Parent.InstanceId}"];

        [Function("Catches")]
        public static async Task<string> CatchesAsync([OrchestrationTrigger] TaskOrchestrationContext context, string child)
        {
            var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync(child));
            Assert.Null(failure.InnerException);
            return failure.FailureDetails is { } details ? $"{failure.TaskName} {details.ErrorType} {details.InnerFailure!.ErrorType}" : $"{failure.TaskName} none";
        }

        [Function("LetsThrough")]
        public static Task LetsThroughAsync([OrchestrationTrigger] TaskOrchestrationContext context, string child) => context.CallSubOrchestratorAsync(child);

        [Function("Message")]
        public static async Task<string> MessageAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Nobody"))).Message;

        [Function("Throws")]
        public static string Throws([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("x", new ArgumentException("y"));

        [Function("FailsByActivity")]
        public static Task FailsByActivityAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Late");

        [Function("Late")]
        public static void Late([ActivityTrigger] string? nothing) => throw new TimeoutException();

        [Function("Retries")]
        public static Task<string> RetriesAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Second", TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMinutes(1))));

        [Function("Second")]
        public string Second([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            probe.Tell(context.InstanceId);
            return probe.Seen.Count == 2 ? "second" : throw new InvalidOperationException();
        }

        [Function("Replaces")]
        public static Task<string> ReplacesAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("Here", new SubOrchestrationOptions(instanceId: "child"));

        [Function("Here")]
        public static string Here([OrchestrationTrigger] TaskOrchestrationContext context) => "here";

        [Function("Waits")]
        public static Task WaitsAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("never");
    }
}
