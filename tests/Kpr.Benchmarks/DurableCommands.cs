using System.Diagnostics;
using System.Globalization;
using Kpr.LocalAzure.Durable.Testing;
using Kpr.LocalAzure.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Benchmarks;

/// <summary><c>durable-throughput [COUNT]</c>, <c>durable-waiting [COUNT]</c>, <c>durable-replay</c>: what the local durable engine manages, on disk.</summary>
internal static class DurableCommands
{
    public static async Task<int> ThroughputAsync(string[] options)
    {
        var count = options is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 2000;
        var folder = Directory.CreateTempSubdirectory("kpr-durable-");
        using var app = DurableFlows.Build(Path.Combine(folder.FullName, "state.db"));
        await app.StartAsync();
        var client = app.Services.GetRequiredService<LocalFunctionsHost>().Durable;
        await RunAsync(client, 100, "warm");
        var clock = Stopwatch.StartNew();
        await RunAsync(client, count, "run");
        Say($"durable-throughput: {count} orchestrations of five parallel activities in {clock.Elapsed.TotalSeconds:0.00} s: {count / clock.Elapsed.TotalSeconds:0} a second");
        await app.StopAsync();
        app.Dispose();
        folder.Delete(recursive: true);
        return 0;
    }

    public static async Task<int> WaitingAsync(string[] options)
    {
        var count = options is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 10_000;
        var folder = Directory.CreateTempSubdirectory("kpr-durable-");
        var file = Path.Combine(folder.FullName, "state.db");
        using (var app = DurableFlows.Build(file))
        {
            await app.StartAsync();
            var host = app.Services.GetRequiredService<LocalFunctionsHost>();
            for (var i = 0; i < count; i++)
            {
                await host.Durable.ScheduleNewOrchestrationInstanceAsync("Month");
            }

            await host.WhenIdleAsync(TimeSpan.FromMinutes(5));
            await app.StopAsync();
        }

        // In a process of its own, so that only what waiting costs is seen.
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        foreach (var argument in Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(DurableCommands).Assembly.Location, "durable-wait", file] : new[] { "durable-wait", file })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
        return process.ExitCode;
    }

    public static async Task<int> WaitAsync(string file)
    {
        var clock = Stopwatch.StartNew();
        using var app = DurableFlows.Build(file);
        await app.StartAsync();
        var host = app.Services.GetRequiredService<LocalFunctionsHost>();
        await host.WhenIdleAsync(TimeSpan.FromMinutes(1));
        var started = clock.Elapsed;
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var self = Process.GetCurrentProcess();
        var waiting = await host.Durable.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 100_000)).CountAsync();
        Say($"durable-waiting: {waiting} waiting instances; started and idle in {started.TotalMilliseconds:0} ms; {self.WorkingSet64 / 1048576.0:0} MB resident before they were listed");
        await app.StopAsync();
        return 0;
    }

    public static int Replay()
    {
        var play = OrchestrationPlay.Of("Steps", DurableFlows.StepsAsync).Answer("Part", call => call.InputAs<int>()).Start();
        var json = GoldenHistory.Of(play).ToJson();
        var times = new List<double>();
        var events = play.History.Count(happened => happened.Kind != Kpr.LocalAzure.Durable.EventKind.OrchestratorStarted);
        for (var i = 0; i < 51; i++)
        {
            var clock = Stopwatch.StartNew();
            var difference = GoldenHistory.Parse(json).Difference(DurableFlows.StepsAsync);
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (difference is not null)
            {
                throw new InvalidOperationException(difference);
            }
        }

        Say($"durable-replay: a history of {events} events and {play.History.Count - events} pieces of work, JSON included: first {times[0]:0.0} ms, median {times.Order().ElementAt(25):0.0} ms");
        return 0;
    }

    private static async Task RunAsync(DurableTaskClient client, int count, string prefix)
    {
        for (var i = 0; i < count; i++)
        {
            await client.ScheduleNewOrchestrationInstanceAsync("FiveParts", null, new Microsoft.DurableTask.StartOrchestrationOptions($"{prefix}{i}"));
        }

        for (var i = count - 1; i >= 0; i--)
        {
            await client.WaitForInstanceCompletionAsync($"{prefix}{i}");
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
