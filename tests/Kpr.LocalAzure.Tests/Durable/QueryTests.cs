using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class QueryTests
{
    [Fact]
    public async Task Of_an_instance_that_is_not_there_nothing_is_told_and_waiting_for_it_has_no_end()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        using var end = new CancellationTokenSource(100);

        Assert.Null(await app.Client.GetInstanceAsync("nobody"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Client.WaitForInstanceCompletionAsync("nobody", end.Token));
    }

    [Fact]
    public async Task Inputs_outputs_and_states_are_told_only_when_asked_for()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", "in", "id");
        var bare = (await app.Client.GetInstanceAsync("id"))!;
        var full = await app.Client.WaitForInstanceCompletionAsync("id", true);

        Assert.Equal((null, null, null, null), (bare.SerializedInput, bare.SerializedOutput, bare.SerializedCustomStatus, bare.FailureDetails));
        foreach (var read in new Func<object?>[] { bare.ReadInputAs<string>, bare.ReadOutputAs<string>, bare.ReadCustomStatusAs<string> })
        {
            Assert.StartsWith("The Read", Assert.Throws<InvalidOperationException>(read).Message, StringComparison.Ordinal);
        }

        Assert.Equal(
            "The ReadInputAs method can only be used on OrchestrationMetadata objects that are fetched with the option to include input data.",
            Assert.Throws<InvalidOperationException>(bare.ReadInputAs<string>).Message);
        Assert.Equal(("in", "in", true), (full.ReadInputAs<string>(), full.ReadOutputAs<string>(), full.IsCompleted));
    }

    [Fact]
    public async Task Times_are_UTC_and_the_last_moves_with_the_work()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var first = await app.RunAsync("Wait", null, "id");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.RaiseAsync("id", "e");
        var last = await app.GetAsync("id");

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (last.CreatedAt.Offset, last.LastUpdatedAt.Offset));
        Assert.Equal(first.CreatedAt, last.CreatedAt);
        Assert.True(last.LastUpdatedAt >= first.LastUpdatedAt.AddHours(1));
    }

    [Fact]
    public async Task Waiting_for_the_start_ends_when_it_is_no_longer_pending()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", "x", "id");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.Client.WaitForInstanceStartAsync("id")).RuntimeStatus);
    }

    [Fact]
    public async Task The_client_is_named_by_its_task_hub()
    {
        await using var app = await DurableApp.StartAsync<Flows>(options: options => options.TaskHub = "hub" + Guid.NewGuid().ToString("N"));

        Assert.StartsWith("hub", app.Client.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_are_listed_by_id_and_chosen_by_prefix_status_and_time()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var before = app.Clock.GetUtcNow();
        await app.RunAsync("Quick", "x", "b2");
        await app.RunAsync("Wait", null, "a1");
        app.Clock.Advance(TimeSpan.FromHours(1));
        var late = await app.RunAsync("Quick", "x", "B1");

        Assert.Equal(["B1", "a1", "b2"], await Ids(new OrchestrationQuery()));
        Assert.Equal(["b2"], await Ids(new OrchestrationQuery(InstanceIdPrefix: "b")));
        Assert.Equal(["a1"], await Ids(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal(["B1", "a1", "b2"], await Ids(new OrchestrationQuery(Statuses: [])));
        Assert.Equal(["B1"], await Ids(new OrchestrationQuery(CreatedFrom: late.CreatedAt, CreatedTo: late.CreatedAt)));
        Assert.Equal(["a1", "b2"], await Ids(new OrchestrationQuery(CreatedFrom: before, CreatedTo: late.CreatedAt.AddTicks(-1))));

        async Task<string[]> Ids(OrchestrationQuery query) => [.. (await app.Client.GetAllInstancesAsync(query).ToListAsync()).Select(found => found.InstanceId)];
    }

    [Fact]
    public async Task A_list_comes_in_pages_the_last_without_a_token_and_an_empty_one_as_one_page()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        foreach (var id in new[] { "1", "2", "3", "4" })
        {
            await app.RunAsync("Quick", "x", id);
        }

        var pages = await app.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 2)).AsPages().ToListAsync();
        var none = await app.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "x")).AsPages().ToListAsync();
        var rest = await app.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 3, ContinuationToken: pages[0].ContinuationToken)).ToListAsync();

        Assert.Equal([2, 2], pages.Select(page => page.Values.Count));
        Assert.True(string.IsNullOrEmpty(pages[1].ContinuationToken));
        Assert.Empty(Assert.Single(none).Values);
        Assert.Equal(["3", "4"], rest.Select(found => found.InstanceId));
    }

    [Fact]
    public async Task A_list_holds_children_and_inputs_and_outputs_when_asked()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Parent", null, "parent");
        var bare = await app.Client.GetAllInstancesAsync().ToListAsync();
        var full = await app.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)).ToListAsync();

        Assert.Equal(["child", "parent"], bare.Select(found => found.InstanceId));
        Assert.All(bare, found => Assert.Null(found.SerializedOutput));
        Assert.Equal(["System.InvalidOperationException: x", "Microsoft.DurableTask.TaskFailedException: Task 'Fails' (#0) failed with an unhandled exception: x"], full.Select(found => found.SerializedOutput));
        Assert.All(full, found => Assert.Null(found.FailureDetails));
    }

    [Fact]
    public async Task A_page_of_more_than_4_MB_is_refused()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", new string('x', 1_500_000), "1");
        await app.RunAsync("Quick", new string('x', 1_500_000), "2");

        var refused = await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => app.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)).ToListAsync().AsTask());
        Assert.Equal(Grpc.Core.StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal(2, (await app.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true, PageSize: 1)).ToListAsync()).Count);
        Assert.Equal(2, (await app.Client.GetAllInstancesAsync().ToListAsync()).Count);
    }

    [Fact]
    public async Task An_instance_that_has_ended_is_purged_without_its_children_and_its_id_is_free()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Parent", null, "parent");
        var purged = await app.Client.PurgeInstanceAsync("parent", new PurgeInstanceOptions(Recursive: true));
        var again = await app.Client.PurgeInstanceAsync("parent");

        Assert.Equal((1, null, 0), (purged.PurgedInstanceCount, purged.IsComplete, again.PurgedInstanceCount));
        Assert.Null(await app.Client.GetInstanceAsync("parent"));
        Assert.Empty(app.History("parent"));
        Assert.NotNull(await app.Client.GetInstanceAsync("child"));
        Assert.Equal("\"x\"", (await app.RunAsync("Quick", "x", "parent")).SerializedOutput);
    }

    [Fact]
    public async Task An_instance_that_runs_is_not_purged()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Wait", null, "id");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Client.PurgeInstanceAsync("id"));

        Assert.Equal("Only orchestrations in a terminal state can be purged, but the orchestration with instance ID id has status Running", refused.Message);
    }

    [Fact]
    public async Task Purging_all_takes_the_statuses_given_and_without_any_the_running_too()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Quick", "x", "done");
        await app.RunAsync("Wait", null, "running");
        await app.RunAsync("Parent", null, "failed");

        Assert.Equal(1, (await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]))).PurgedInstanceCount);
        Assert.NotNull(await app.Client.GetInstanceAsync("running"));
        Assert.Equal(3, (await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(DateTimeOffset.MinValue))).PurgedInstanceCount);
        Assert.Empty(await app.Client.GetAllInstancesAsync().ToListAsync());
    }

    public sealed class Flows
    {
        [Function("Quick")]
        public static string Quick([OrchestrationTrigger] TaskOrchestrationContext context, string text) => text;

        [Function("Wait")]
        public static Task WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");

        [Function("Parent")]
        public static Task ParentAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallSubOrchestratorAsync("Fails", new SubOrchestrationOptions(instanceId: "child"));

        [Function("Fails")]
        public static void Fails([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("x");
    }
}
