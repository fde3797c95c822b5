using System.Collections.Concurrent;
using Azure;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Crash;
using Kpr.Local;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Storage that fails now and then, before or after it did what it was asked.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private static readonly Func<LocalSystemOptions, LocalSystemOptions> SmallChunks = TestSystem.With(("Kpr:Ingest:ChunkRecords", "2"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Calls_that_fail_at_random_delay_files_and_change_nothing(int seed)
    {
        await using var calm = await TestSystem.StartAsync(SmallChunks);
        await RunAsync(calm);

        await using var test = await TestSystem.StartAsync(SmallChunks);
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

    [Theory]
    [InlineData(1, 503)]
    [InlineData(25, 429)]
    [InlineData(60, 500)]
    [InlineData(110, 503)]
    public async Task After_half_an_hour_without_storage_every_file_ends_with_its_receipt_without_anyones_help(int call, int status)
    {
        var calm = await ImageAfterAsync(_ => null);
        var failed = 0;
        var image = await ImageAfterAsync(
            test =>
            {
                var io = IoSwitch.Of(test.Scopes[0]);
                io.OnCall = (made, phase) =>
                {
                    if (made.Number >= call && phase == IoPhase.Before)
                    {
                        Interlocked.Increment(ref failed);
                        throw new RequestFailedException(status, "Storage is out.");
                    }
                };
                return io;
            });

        Assert.InRange(failed, 1, 500);
        Assert.Empty(image.DifferencesFrom(calm));
    }

    [Fact]
    public async Task After_half_an_hour_in_which_nothing_could_be_sent_every_file_ends_with_its_receipt()
    {
        var calm = await ImageAfterAsync(_ => null);
        await using var test = await TestSystem.StartAsync(SmallChunks);
        var refused = 0;
        var io = IoSwitch.Of(test.Scopes[1]);
        io.OnCall = (made, phase) =>
        {
            if (made.Operation == "Send" && phase == IoPhase.Before)
            {
                Interlocked.Increment(ref refused);
                throw new ServiceBusException("The queues are busy.", ServiceBusFailureReason.ServiceBusy);
            }
        };
        await UploadAsync(test);
        for (var minutes = 0; minutes < 30; minutes += 6)
        {
            // What could not be sent on is left to its lock: locked messages are no work to wait for here.
            await test.System.Host.PollNowAsync();
            while (test.System.Host.Running > 0 || Queues.All.Any(queue => test.System.Bus.Count(queue.Name).Active > 0))
            {
                await Task.Delay(20);
            }

            test.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.InRange(refused, 2, 500);
        io.OnCall = null;
        for (var round = 0; round < 12; round++)
        {
            test.Clock.Advance(TimeSpan.FromMinutes(6));
            await test.SettleAsync();
        }

        AssertNothingGivenUp(test);
        Assert.Empty((await test.ImageAsync()).DifferencesFrom(calm));
    }

    /// <summary>Files come while something is out, half an hour passes, it comes back, and time passes.</summary>
    private static async Task<SystemImage> ImageAfterAsync(Func<TestSystem, IoSwitch?> begin)
    {
        await using var test = await TestSystem.StartAsync(SmallChunks);
        var io = begin(test);
        await UploadAsync(test);
        for (var minute = 0; minute < 30; minute++)
        {
            await test.SettleAfterAsync(TimeSpan.FromMinutes(1));
        }

        if (io is not null)
        {
            io.OnCall = null;
        }

        for (var round = 0; round < 12; round++)
        {
            await test.SettleAfterAsync(TimeSpan.FromMinutes(5));
        }

        AssertNothingGivenUp(test);
        return await test.ImageAsync();
    }

    private static async Task UploadAsync(TestSystem test)
    {
        foreach (var (name, content) in CrashFiles.Different)
        {
            using (IoSwitch.Unobserved())
            {
                await test.UploadAsync(name, content);
            }
        }
    }

    private static void AssertNothingGivenUp(TestSystem test) => Assert.DoesNotContain(
        test.Logs.All, line => line.Text.Contains("[1015]", StringComparison.Ordinal) || line.Text.Contains("[1019]", StringComparison.Ordinal));

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
