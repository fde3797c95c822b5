using Grpc.Core;
using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class ControlTests
{
    [Theory]
    [InlineData("why", "\"why\"")]
    [InlineData(null, null)]
    public async Task A_terminated_instance_ends_with_the_output_given(string? output, string? serialized)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Wait", null, "id");
        await app.Client.TerminateInstanceAsync("id", output);
        await app.IdleAsync();
        var ended = await app.GetAsync("id");

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, serialized), (ended.RuntimeStatus, ended.SerializedOutput));
        Assert.Null(ended.FailureDetails);
    }

    [Fact]
    public async Task Terminating_what_has_ended_or_is_not_there_is_refused()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", null, "completed");
        await app.RunAsync("Wait", null, "terminated");
        await app.Client.TerminateInstanceAsync("terminated");
        await app.IdleAsync();

        var completed = await Assert.ThrowsAsync<RpcException>(() => app.Client.TerminateInstanceAsync("completed"));
        Assert.Equal(StatusCode.FailedPrecondition, completed.StatusCode);
        Assert.EndsWith("because instance is in the Completed state.", completed.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(StatusCode.FailedPrecondition, (await Assert.ThrowsAsync<RpcException>(() => app.Client.TerminateInstanceAsync("terminated"))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => app.Client.TerminateInstanceAsync("nobody"))).StatusCode);
    }

    [Fact]
    public async Task Terminating_does_not_wait_for_an_activity_and_the_activity_runs_to_its_end()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.ScheduleAsync("Slow", null, "id");
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("began"));
        await app.Client.TerminateInstanceAsync("id");
        await app.Client.WaitForInstanceCompletionAsync("id");
        app.Probe.Gate.SetResult();
        await app.IdleAsync();

        Assert.Equal(["began", "ended"], app.Probe.Seen);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await app.StatusAsync("id"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_child_of_a_terminated_parent_goes_on(bool recursive)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Parent", null, "id");
        await app.Client.TerminateInstanceAsync("id", new TerminateInstanceOptions(null, recursive));
        await app.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, await app.StatusAsync("child"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_is_held_or_has_not_begun_can_be_terminated(bool held)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("id", held ? null : app.Clock.GetUtcNow().AddDays(1)));
        await app.IdleAsync();
        if (held)
        {
            await app.Client.SuspendInstanceAsync("id");
            await app.IdleAsync();
        }

        await app.Client.TerminateInstanceAsync("id");
        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await app.StatusAsync("id"));
    }

    [Fact]
    public async Task What_is_purged_while_it_works_does_not_come_back_over_the_one_in_its_place()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.ScheduleAsync("Blocks", null, "id");
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("blocks"));
        await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());
        await app.ScheduleAsync("Quick", null, "id");
        await app.Client.WaitForInstanceCompletionAsync("id");
        app.Probe.Gate.SetResult();
        await app.IdleAsync();

        Assert.Equal("\"done\"", (await app.GetAsync("id")).SerializedOutput);
        Assert.Single(app.History("id"), happened => happened.Kind == EventKind.ExecutionCompleted);
    }

    public sealed class Flows(Probe probe)
    {
        [Function("Quick")]
        public static string Quick([OrchestrationTrigger] TaskOrchestrationContext context) => "done";

        [Function("Wait")]
        public static Task<string> WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");

        [Function("Parent")]
        public static Task ParentAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child"));

        [Function("Slow")]
        public static Task SlowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Gate");

        [Function("Blocks")]
        public string Blocks([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            probe.Tell("blocks");
            probe.Gate.Task.Wait();
            return "blocked";
        }

        [Function("Gate")]
        public async Task GateAsync([ActivityTrigger] string? nothing, CancellationToken cancellationToken)
        {
            probe.Tell("began");
            await probe.PassAsync(cancellationToken);
            probe.Tell("ended");
        }
    }
}
