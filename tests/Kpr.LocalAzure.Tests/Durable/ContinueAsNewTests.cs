using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task Generations_have_one_id_a_new_input_and_a_new_clock()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var first = await app.RunAsync("Counts", 1, "id");
        var firstSeen = app.Probe.Seen[^1].Split(' ');
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        await app.RaiseAsync("id", "next");
        var second = await app.GetAsync("id");
        await app.RaiseAsync("id", "next");
        var last = await app.GetAsync("id");

        Assert.Equal((OrchestrationRuntimeStatus.Running, "1", "\"at 1\""), (first.RuntimeStatus, first.SerializedInput, first.SerializedCustomStatus));
        Assert.Equal((OrchestrationRuntimeStatus.Running, "2", "\"at 1\""), (second.RuntimeStatus, second.SerializedInput, first.SerializedCustomStatus));
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "3", "\"done\"", "null"), (last.RuntimeStatus, last.SerializedInput, last.SerializedOutput, last.SerializedCustomStatus));
        Assert.Equal(first.CreatedAt, last.CreatedAt);
        var lastSeen = app.Probe.Seen[^1].Split(' ');
        Assert.NotEqual(firstSeen[1], lastSeen[1]);
        Assert.True(string.CompareOrdinal(lastSeen[0], firstSeen[0]) > 0);
        Assert.Equal([EventKind.OrchestratorStarted, EventKind.ExecutionStarted, EventKind.ExecutionCompleted], app.History("id").Select(happened => happened.Kind));
    }

    [Theory]
    [InlineData(true, "\"1,2,3\"")]
    [InlineData(false, "\"1,later,later\"")]
    public async Task Events_nobody_took_go_on_in_their_order_or_are_dropped(bool preserve, string output)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Collects", new Collected(preserve, []), new StartOrchestrationOptions("id", app.Clock.GetUtcNow().AddMinutes(1)));
        foreach (var payload in new[] { "1", "2", "3" })
        {
            await app.RaiseAsync("id", "e", payload);
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2 && !preserve; i++)
        {
            await app.RaiseAsync("id", "e", "later");
        }

        Assert.Equal(output, (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task An_activity_called_after_it_runs_and_is_not_waited_for()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync("CallsAfter", 1);

        Assert.Equal("\"ended\"", ended.SerializedOutput);
        Assert.Equal(["ran"], app.Probe.Seen);
    }

    [Fact]
    public async Task An_exception_after_it_fails_the_instance()
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.RunAsync("ThrowsAfter")).RuntimeStatus);
    }

    [Fact]
    public async Task Fifty_generations_without_waiting_are_fine()
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal("50", (await app.RunAsync("Fifty", 0)).SerializedOutput);
    }

    [Fact]
    public async Task The_next_generation_may_have_another_version_and_a_child_still_reports_to_its_parent()
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal("\"2\"", (await app.RunAsync("ParentOfNewVersion")).SerializedOutput);
    }

    public sealed record Collected(bool Preserve, List<string> Events);

    public sealed class Flows(Probe probe)
    {
        [Function("Counts")]
        public async Task<string> CountsAsync([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
        {
            probe.Tell($"{context.CurrentUtcDateTime:O} {context.NewGuid()}");
            if (generation == 3)
            {
                return "done";
            }

            if (generation == 1)
            {
                context.SetCustomStatus($"at {generation}");
            }

            await context.WaitForExternalEvent<string>("next");
            context.ContinueAsNew(generation + 1);
            return "ignored";
        }

        [Function("Collects")]
        public static async Task<string> CollectsAsync([OrchestrationTrigger] TaskOrchestrationContext context, Collected so)
        {
            so.Events.Add(await context.WaitForExternalEvent<string>("e"));
            if (so.Events.Count < 3)
            {
                context.ContinueAsNew(so, so.Preserve);
            }

            return string.Join(',', so.Events);
        }

        [Function("CallsAfter")]
        public static string CallsAfter([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
        {
            if (generation == 1)
            {
                context.ContinueAsNew(2);
                _ = context.CallActivityAsync("Tell", "ran");
            }

            return "ended";
        }

        [Function("ThrowsAfter")]
        public static void ThrowsAfter([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.ContinueAsNew();
            throw new InvalidOperationException();
        }

        [Function("Fifty")]
        public static int Fifty([OrchestrationTrigger] TaskOrchestrationContext context, int generation)
        {
            if (generation < 50)
            {
                context.ContinueAsNew(generation + 1);
            }

            return generation;
        }

        [Function("ParentOfNewVersion")]
        public static Task<string> ParentOfNewVersionAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync<string>("NewVersion", new SubOrchestrationOptions { Version = "1" });

        [Function("NewVersion")]
        public static string NewVersion([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            if (context.Version == "1")
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2" });
            }

            return context.Version;
        }

        [Function("Tell")]
        public void Tell([ActivityTrigger] string what) => probe.Tell(what);
    }
}
