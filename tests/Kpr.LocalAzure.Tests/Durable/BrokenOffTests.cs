using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>Work that could not be written down, or that a stopping host gave up, is taken up again.</summary>
public sealed class BrokenOffTests
{
    [Fact]
    public async Task An_episode_that_could_not_be_written_down_is_run_again()
    {
        using var lines = new Lines();
        await using var app = await DurableApp.StartAsync<Flows>(log: lines);
        await app.RunAsync("Wait", null, "id");
        using (new FullDisk(app.File, "INSERT ON durable_history"))
        {
            await app.Client.RaiseEventAsync("id", "e", "x");
            await app.Probe.UntilAsync(_ => lines.Thrown.Count > 0);
        }

        await app.IdleAsync();

        Assert.Equal("\"x\"", (await app.GetAsync("id")).SerializedOutput);
        Assert.All(lines.Thrown, broken => Assert.Contains("the disk is full", Assert.IsType<SqliteException>(broken).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_activity_is_run_again_even_when_it_could_not_be_given_back_at_first()
    {
        using var lines = new Lines();
        await using var app = await DurableApp.StartAsync<Flows>(log: lines);
        await app.ScheduleAsync("Slow", null, "id");
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("began"));
        using (new FullDisk(app.File, "DELETE ON durable_activity", "UPDATE ON durable_activity"))
        {
            app.Probe.Gate.SetResult();
            await app.Probe.UntilAsync(_ => lines.Thrown.Count >= 2);
        }

        await app.IdleAsync();

        Assert.Equal(["began", "ended", "began", "ended"], app.Probe.Seen);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await app.StatusAsync("id"));
    }

    [Fact]
    public async Task An_activity_a_stopping_host_gave_up_has_not_failed_and_is_run_by_the_next()
    {
        await using var keeper = await DurableApp.StartAsync<Nothing>();
        await keeper.ScheduleAsync("Slow", null, "id");
        await using (var stopping = await DurableApp.StartAsync<Flows>(keeper.File, keeper.Clock, options: options => options.ShutdownWait = TimeSpan.FromMilliseconds(10)))
        {
            await stopping.Probe.UntilAsync(probe => probe.Seen.Contains("began"));
        }

        Assert.Equal(OrchestrationRuntimeStatus.Running, await keeper.StatusAsync("id"));
        await using var next = await DurableApp.StartAsync<Flows>(keeper.File, keeper.Clock);
        next.Probe.Gate.SetResult();
        await next.Client.WaitForInstanceCompletionAsync("id");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await next.StatusAsync("id"));
    }

    [Fact]
    public async Task Services_of_an_orchestrator_that_are_closed_asynchronously_are_closed_after_each_piece_of_work()
    {
        using var lines = new Lines();
        await using var app = await DurableApp.StartAsync<WithConnection>(log: lines, services: services => services.AddScoped<Connection>());
        await app.RunAsync("Opens", null, "id");
        await app.RaiseAsync("id", "e", "x");

        Assert.Equal("\"x\"", (await app.GetAsync("id")).SerializedOutput);
        Assert.Equal(["open", "closed", "open", "closed"], app.Probe.Seen);
        Assert.Empty(lines.Thrown);
    }

    public sealed class Nothing;

    public sealed class Flows(Probe probe)
    {
        [Function("Wait")]
        public static Task<string> WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");

        [Function("Slow")]
        public static Task SlowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Gate");

        [Function("Gate")]
        public async Task GateAsync([ActivityTrigger] string? nothing, CancellationToken cancellationToken)
        {
            probe.Tell("began");
            await probe.PassAsync(cancellationToken);
            probe.Tell("ended");
        }
    }

    public sealed class Connection(Probe probe) : IAsyncDisposable
    {
        public void Open() => probe.Tell("open");

        public ValueTask DisposeAsync()
        {
            probe.Tell("closed");
            return ValueTask.CompletedTask;
        }
    }

    public sealed class WithConnection(Connection connection)
    {
        [Function("Opens")]
        public Task<string> OpensAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            connection.Open();
            return context.WaitForExternalEvent<string>("e");
        }
    }
}
