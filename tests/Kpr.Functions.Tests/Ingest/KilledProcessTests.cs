using System.Diagnostics;
using System.Globalization;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Tests.Processes;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int Seed = 9;

    [Fact]
    public async Task A_process_killed_at_any_call_leaves_what_another_finishes_to_the_same_bytes()
    {
        var matrix = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        output.WriteLine($"seed {Seed}");
        foreach (var point in StopPoint.SampleOf(matrix.Calls, 4, Seed))
        {
            var account = await SharedAzurite.NextAccountAsync();
            using var run = new CrashRun(account);
            await run.PrepareAsync();
            using var process = Process.Start(
                OwnAssembly.Run(account.Name, account.ConnectionString, run.Folder, point.Call.ToString(CultureInfo.InvariantCulture), $"{point.Phase}"))!;
            await process.WaitForExitAsync();

            // 0 would mean that it came to its end.
            Assert.NotEqual(0, process.ExitCode);
            Assert.NotEqual(2, process.ExitCode);
            output.WriteLine($"{point}: exit code {process.ExitCode}");
            Assert.Empty((await run.FinishAsync()).DifferencesFrom(matrix.Undisturbed));
        }
    }
}
