using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class StartingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_id_32_hexadecimal_digits_are_made(string? id)
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Matches("^[0-9a-f]{32}$", await app.ScheduleAsync("Wait", null, id));
    }

    [Fact]
    public async Task The_id_of_an_instance_that_has_not_ended_is_refused_and_the_old_one_untouched()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Wait", "first", "running");
        await app.RunAsync("Wait", "first", "held");
        await app.Client.SuspendInstanceAsync("held");
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "first", new StartOrchestrationOptions("pending", app.Clock.GetUtcNow().AddDays(1)));
        await app.IdleAsync();

        foreach (var id in new[] { "running", "held", "pending" })
        {
            var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => app.ScheduleAsync("Wait", "second", id));
            Assert.Equal($"An Orchestration instance with the ID {id} already exists.", refused.Message);
            Assert.Equal("\"first\"", (await app.GetAsync(id)).SerializedInput);
        }
    }

    [Fact]
    public async Task The_id_of_an_instance_that_has_ended_is_taken_over()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var before = await app.RunAsync("Quick", 1, "id");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await app.RunAsync("Quick", 2, "id");

        Assert.Equal("2", after.SerializedOutput);
        Assert.True(after.CreatedAt > before.CreatedAt);
        Assert.Single(app.History("id"), happened => happened.Kind == Kpr.LocalAzure.Durable.EventKind.ExecutionStarted);
    }

    [Theory]
    [InlineData("Fails", OrchestrationRuntimeStatus.Failed)]
    [InlineData("Wait", OrchestrationRuntimeStatus.Terminated)]
    public async Task So_is_that_of_one_that_has_failed_or_was_terminated(string name, OrchestrationRuntimeStatus status)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync(name, null, "id");
        if (status == OrchestrationRuntimeStatus.Terminated)
        {
            await app.Client.TerminateInstanceAsync("id");
            await app.IdleAsync();
        }

        var before = await app.StatusAsync("id");

        Assert.Equal((status, "2"), (before, (await app.RunAsync("Quick", 2, "id")).SerializedOutput));
    }

    [Fact]
    public async Task A_status_in_DedupeStatuses_forbids_the_start()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", 1, "id");
        var options = new StartOrchestrationOptions("id").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync("Quick", 2, options));
    }

    [Fact]
    public async Task A_start_in_the_future_is_pending_until_then()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var now = app.Clock.GetUtcNow();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Quick", 1, new StartOrchestrationOptions(null, now.AddDays(30)));
        await app.AdvanceAsync(TimeSpan.FromDays(29));
        var pending = await app.GetAsync(id);
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Pending, pending.RuntimeStatus);
        Assert.True(pending.CreatedAt < now.AddMinutes(1));
        Assert.Null(pending.SerializedCustomStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await app.StatusAsync(id));
    }

    [Fact]
    public async Task An_unknown_orchestrator_is_accepted_and_fails()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync("Nobody");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal(
            "The function 'Nobody' doesn't exist, is disabled, or is not an orchestrator function.",
            ended.ReadOutputAs<Dictionary<string, string>>()!["message"].Split(" Additional info")[0]);
    }

    [Fact]
    public async Task Names_of_orchestrators_and_events_are_the_same_in_any_case()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var id = (await app.RunAsync("wAIT")).InstanceId;
        await app.RaiseAsync(id, "gO", "x");

        Assert.Equal("\"x\"", (await app.GetAsync(id)).SerializedOutput);
    }

    [Fact]
    public async Task Arguments_that_cannot_be_are_refused()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => app.ScheduleAsync(""));
        var reserved = await Assert.ThrowsAsync<ArgumentException>(() => app.ScheduleAsync("Quick", 1, "@id"));
        Assert.StartsWith("Instance IDs starting with '@' are reserved for entities", reserved.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => app.Client.RaiseEventAsync(null!, "go"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => app.Client.GetInstanceAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => app.Client.TerminateInstanceAsync(null!));
        Assert.Equal("eventName", (await Assert.ThrowsAsync<ArgumentException>(() => app.Client.RaiseEventAsync("id", ""))).ParamName);
        var large = await Assert.ThrowsAsync<RpcException>(() => app.ScheduleAsync("Quick", new string('x', 4 * 1024 * 1024)));
        Assert.Equal(StatusCode.ResourceExhausted, large.StatusCode);
        Assert.IsType<RpcException>((await Assert.ThrowsAsync<OperationCanceledException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync("Quick", cancelled.Token))).InnerException);
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => app.Client.GetInstanceAsync("id", cancelled.Token))).StatusCode);
    }

    [Fact]
    public async Task An_input_of_200_KB_and_an_id_of_odd_letters_are_accepted()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var id = "a/b\\c#d?e f" + new string('x', 200);
        var ended = await app.RunAsync("Length", new string('x', 200_000), id);

        Assert.Equal("200000", ended.SerializedOutput);
    }

    [Fact]
    public async Task The_version_and_the_tags_of_the_start_are_there()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var options = new StartOrchestrationOptions("id") { Version = "2.1", Tags = new Dictionary<string, string> { ["case"] = "7" } };
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Versions", options);
        var without = await app.RunAsync("Versions");

        Assert.Equal("[\"2.1\",\"\",\"3\"]", (await app.GetAsync("id")).SerializedOutput);
        Assert.Equal("7", (await app.GetAsync("id")).Tags["case"]);
        Assert.Equal("[\"\",\"\",\"3\"]", without.SerializedOutput);
        Assert.Empty(without.Tags);
    }

    public sealed class Flows
    {
        [Function("Wait")]
        public static Task<string> WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("Go");

        [Function("Fails")]
        public static void Fails([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException();

        [Function("Quick")]
        public static int Quick([OrchestrationTrigger] TaskOrchestrationContext context, int number) => number;

        [Function("Length")]
        public static int Length([OrchestrationTrigger] TaskOrchestrationContext context, string text) => text.Length;

        [Function("Versions")]
        public static async Task<string[]> VersionsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        [
            context.Version,
            await context.CallSubOrchestratorAsync<string>("Version"),
            await context.CallSubOrchestratorAsync<string>("Version", new SubOrchestrationOptions { Version = "3" }),
        ];

        [Function("Version")]
        public static string Version([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;
    }
}
