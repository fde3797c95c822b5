using System.Diagnostics;
using Kpr.Functions.Tests.Processes;
using Kpr.Local.Running;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>The demo's scenario from outside, against a system that another process runs.</summary>
public sealed class DemoTargetTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task It_plays_by_blobs_and_http_alone_against_a_system_in_another_process()
    {
        using var folder = new TemporaryFolder();
        using var system = KprProcess.Start(folder.Path, "run", "--port", "0");
        var told = Drain(system);
        try
        {
            var run = await RunningAsync(folder.Path, system);
            using var demo = KprProcess.Start(folder.Path, "demo", "--target", run.Http, "--storage", run.Landing);
            var errors = demo.StandardError.ReadToEndAsync();
            var lines = (await demo.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await demo.WaitForExitAsync();
            output.WriteLine(await errors);
            output.WriteLine(string.Join('\n', lines));

            Assert.Equal("demo: ok", lines[^1].Trim());
            Assert.Equal(0, demo.ExitCode);
        }
        finally
        {
            system.Kill(entireProcessTree: true);
            await system.WaitForExitAsync();
            await told;
        }
    }

    [Theory]
    [InlineData("--target", "http://127.0.0.1:9")]
    [InlineData("--storage", "UseDevelopmentStorage=true")]
    [InlineData("--target", "not-an-address", "--storage", "UseDevelopmentStorage=true")]
    public async Task A_target_without_its_storage_and_the_reverse_are_usage(params string[] args)
    {
        var run = await CommandLineRun.Of(["demo", .. args]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
    }

    private static async Task Drain(Process process)
    {
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    private static async Task<RunFile> RunningAsync(string folder, Process system)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Longest)
        {
            Assert.False(system.HasExited, "kpr run ended by itself.");
            if (RunFile.Find(Path.Combine(folder, RunFile.StateFolder)) is { } run)
            {
                return run;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("kpr run did not come up.");
    }
}
