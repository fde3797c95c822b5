using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Tests.Processes;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class CrashTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kpr-crash-");

    private string StateFile => Path.Combine(_folder.FullName, "state.db");

    [Theory]
    [InlineData("FanOut", "part2")]
    [InlineData("Nested", "part3")]
    [InlineData("Retried", "retry1")]
    public async Task After_kill_9_a_restart_gives_what_an_undisturbed_run_does(string flow, string step)
    {
        await using var undisturbed = await DurableApp.StartAsync<CrashFlows>();
        var expected = await EndAsync(undisturbed, await undisturbed.ScheduleAsync(flow));
        await HangAndKillAsync(flow, step);
        await using var app = await DurableApp.StartAsync<CrashFlows>(StateFile);
        var ended = await EndAsync(app, "id");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, expected.SerializedOutput), (ended.RuntimeStatus, ended.SerializedOutput));
    }

    [Fact]
    public async Task What_a_killed_host_held_is_taken_over_by_one_that_lives()
    {
        await using var app = await DurableApp.StartAsync<CrashFlows>(StateFile, options: options => options.MaxConcurrentActivities = 0);
        await HangAndKillAsync("FanOut", "first");
        await using var other = await DurableApp.StartAsync<CrashFlows>(StateFile, app.Clock);

        Assert.Equal("\"first part0 part1 part2 part3 part4\"", (await EndAsync(other, "id")).SerializedOutput);
    }

    [Theory]
    [InlineData("FanOut")]
    [InlineData("Nested")]
    [InlineData("Retried")]
    public async Task Stopped_at_any_IO_call_the_result_is_the_same(string flow)
    {
        var (expected, calls) = await UndisturbedAsync(flow);
        for (var number = 1; number <= calls; number++)
        {
            foreach (var phase in new[] { IoPhase.Before, IoPhase.After })
            {
                Assert.Equal((number, phase, expected), (number, phase, await StoppedAsync(flow, number, phase)));
            }
        }

        Assert.True(calls > 5);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task HangAndKillAsync(string flow, string step)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "hang"), step);
        await using (var starter = await DurableApp.StartAsync<NoFlows>(StateFile))
        {
            await starter.ScheduleAsync(flow, null, "id");
        }

        using var process = new WorkerProcess("durable", StateFile);
        Assert.Equal("hang", await process.ReadLineAsync());
        await process.KillAsync();
        await using var bystander = await DurableApp.StartAsync<NoFlows>(StateFile);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await bystander.StatusAsync("id"));
    }

    private static async Task<(string? Output, long Calls)> UndisturbedAsync(string flow)
    {
        await using var app = await DurableApp.StartAsync<CrashFlows>(options: options => options.OneAtATime = true);
        var ended = await EndAsync(app, await app.ScheduleAsync(flow));
        return (ended.SerializedOutput, app.Io.Count);
    }

    private async Task<string?> StoppedAsync(string flow, int number, IoPhase phase)
    {
        var folder = _folder.CreateSubdirectory($"{number}{phase}");
        var file = Path.Combine(folder.FullName, "state.db");
        await using (var app = await DurableApp.StartAsync<CrashFlows>(file, options: options => options.OneAtATime = true))
        {
            app.Io.StopAt(number, phase);
            try
            {
                await app.ScheduleAsync(flow, null, "id");
                await app.Host.Stopped.WaitAsync(TimeSpan.FromSeconds(30));
            }
            catch (IoStopException)
            {
                // Stopped in the start itself.
            }
        }

        await using var again = await DurableApp.StartAsync<CrashFlows>(file, options: options => options.OneAtATime = true);
        if (await again.Client.GetInstanceAsync("id") is null)
        {
            await again.ScheduleAsync(flow, null, "id");
        }

        return (await EndAsync(again, "id")).SerializedOutput;
    }

    private static Task<OrchestrationMetadata> EndAsync(DurableApp app, string id) =>
        app.Client.WaitForInstanceCompletionAsync(id, true, new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

    public sealed class NoFlows;
}
