using Grpc.Core;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>Suspend and resume.</summary>
public sealed class HoldingTests
{
    [Fact]
    public async Task A_held_instance_shows_the_reason_keeps_what_comes_and_goes_on_when_resumed()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.ScheduleAsync("Everything", null, "id");
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("began"));
        await app.Client.SuspendInstanceAsync("id", "the reason");
        await app.Probe.UntilAsync(_ => app.Client.GetInstanceAsync("id").Result!.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        app.Probe.Gate.SetResult();
        await app.RaiseAsync("id", "e", "event");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        var held = await app.GetAsync("id");
        var toldWhileHeld = app.Probe.Seen.Count;
        await app.Client.ResumeInstanceAsync("id");
        await app.IdleAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Suspended, "the reason"), (held.RuntimeStatus, held.SerializedOutput));
        Assert.Equal(2, toldWhileHeld);
        Assert.Equal("\"event\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task Holding_what_cannot_be_held_and_resuming_what_is_not_are_refused()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", null, "completed");
        await app.RunAsync("Wait", null, "running");
        await app.RunAsync("Wait", null, "held");
        await app.Client.SuspendInstanceAsync("held");
        await app.IdleAsync();

        foreach (var id in new[] { "completed", "nobody", "held" })
        {
            await RefusedAsync(() => app.Client.SuspendInstanceAsync(id));
        }

        foreach (var id in new[] { "completed", "nobody", "running" })
        {
            await RefusedAsync(() => app.Client.ResumeInstanceAsync(id));
        }

        static async Task RefusedAsync(Func<Task> act)
        {
            var refused = await Assert.ThrowsAsync<RpcException>(act);
            Assert.Equal((StatusCode.Unknown, "Exception was thrown by handler."), (refused.StatusCode, refused.Status.Detail));
        }
    }

    [Theory]
    [InlineData("Quick", OrchestrationRuntimeStatus.Completed)]
    [InlineData("Wait", OrchestrationRuntimeStatus.Running)]
    public async Task Holding_one_that_has_not_begun_does_not_hold_it(string name, OrchestrationRuntimeStatus status)
    {
        using var lines = new Lines();
        await using var app = await DurableApp.StartAsync<Flows>(log: lines);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions("id", app.Clock.GetUtcNow().AddDays(1)));
        await app.Client.SuspendInstanceAsync("id");
        await app.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, await app.StatusAsync("id"));
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(status, await app.StatusAsync("id"));
        Assert.Empty(lines.Thrown);
    }

    [Fact]
    public async Task One_held_right_after_its_start_is_held_at_its_first_wait()
    {
        await using var keeper = await DurableApp.StartAsync<Nothing>();
        await keeper.ScheduleAsync("Wait", null, "id");
        await keeper.Client.SuspendInstanceAsync("id", "why");
        await keeper.Client.RaiseEventAsync("id", "e", "x");
        await using var app = await DurableApp.StartAsync<Flows>(keeper.File, keeper.Clock);
        await app.IdleAsync();
        var held = await app.GetAsync("id");
        await app.Client.ResumeInstanceAsync("id");
        await app.IdleAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Suspended, "why"), (held.RuntimeStatus, held.SerializedOutput));
        Assert.Equal("\"x\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task One_that_begins_anew_as_it_is_held_stays_held()
    {
        await using var keeper = await DurableApp.StartAsync<Nothing>();
        await keeper.ScheduleAsync("Again", 1, "id");
        await using (var first = await DurableApp.StartAsync<Flows>(keeper.File, keeper.Clock))
        {
            await first.IdleAsync();
        }

        await keeper.Client.RaiseEventAsync("id", "e", "x");
        await keeper.Client.SuspendInstanceAsync("id", "why");
        await using var app = await DurableApp.StartAsync<Flows>(keeper.File, keeper.Clock);
        await app.IdleAsync();
        var held = await app.GetAsync("id");
        await app.Client.ResumeInstanceAsync("id");
        await app.RaiseAsync("id", "e", "y");

        Assert.Equal((OrchestrationRuntimeStatus.Suspended, "why", "2"), (held.RuntimeStatus, held.SerializedOutput, held.SerializedInput));
        Assert.Equal("\"y\"", (await app.GetAsync("id")).SerializedOutput);
    }

    public sealed class Nothing;

    public sealed class Flows(Probe probe)
    {
        [Function("Quick")]
        public static string Quick([OrchestrationTrigger] TaskOrchestrationContext context) => "done";

        [Function("Wait")]
        public static Task<string> WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");

        [Function("Again")]
        public static async Task<string> AgainAsync([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
        {
            var told = await context.WaitForExternalEvent<string>("e");
            if (generation == 1)
            {
                context.ContinueAsNew(2);
            }

            return told;
        }

        [Function("Everything")]
        public static async Task<string> EverythingAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            await context.CallActivityAsync("Gate");
            await timer;
            return await context.WaitForExternalEvent<string>("e");
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
