using System.Collections.Concurrent;
using Azure;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Storage that fails now and then, before or after it did what it was asked.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Calls_that_fail_at_random_delay_files_and_change_nothing(int seed)
    {
        var setting = TestSystem.With(("Kpr:Ingest:ChunkRecords", "2"));
        await using var calm = await TestSystem.StartAsync(setting);
        await RunAsync(calm);

        await using var test = await TestSystem.StartAsync(setting);
        var random = new Random(seed);
        var failed = new ConcurrentBag<string>();
        var io = IoSwitch.Of(test.Scopes[0]);
        io.OnCall = (call, phase) =>
        {
            lock (random)
            {
                // Often enough to hit every kind of call, and not ten times in a row: then a message would be given up.
                if (random.Next(100) != 0)
                {
                    return;
                }
            }

            failed.Add($"{phase} {call.Service} {call.Operation}");
            throw new RequestFailedException(503, "The server is busy.");
        };
        await RunAsync(test);
        output.WriteLine($"seed {seed}: {failed.Count} of {io.Count} calls failed");
        io.OnCall = null;
        for (var round = 0; round < 6; round++)
        {
            await test.SettleAfterAsync(TimeSpan.FromMinutes(20));
        }

        Assert.NotEmpty(failed);
        var differences = (await test.ImageAsync()).DifferencesFrom(await calm.ImageAsync());
        Assert.True(differences.Count == 0, string.Join('\n', differences.Concat(test.Logs.All.Where(line => line.Text.StartsWith("Kpr.Functions.Ingest", StringComparison.Ordinal)).Select(line => line.Text))));
    }

    private static async Task RunAsync(TestSystem test)
    {
        foreach (var (name, content) in CrashFiles.All)
        {
            using (IoSwitch.Unobserved())
            {
                await test.UploadAsync(name, content);
            }

            for (var round = 0; round < 3; round++)
            {
                await test.SettleAfterAsync(TimeSpan.FromMinutes(20));
            }
        }
    }
}
