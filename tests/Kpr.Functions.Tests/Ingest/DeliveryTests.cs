using Azure.Messaging.ServiceBus;
using Kpr.Functions.Ingest;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>At least once, in any order, by several at once: exactly one result.</summary>
public sealed class DeliveryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly (string, string) SmallChunks = ("Kpr:Ingest:ChunkRecords", "2");

    private SystemImage _expected = null!;

    public async Task InitializeAsync()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(SmallChunks));
        await UploadAllAsync(test);
        await SettleAllAsync(test);
        await test.AssertTidyAsync();
        _expected = await test.ImageAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_message_delivered_twice_gives_one_result()
    {
        await using var test = await TestSystem.StartAsync(options => TestSystem.With(SmallChunks)(options) with
        {
            ConfigureHost = options.ConfigureHost + (host => host.OneAtATime = true),
        });
        var completed = new Dictionary<string, int>();
        var io = IoSwitch.Of(test.Scopes[1]);
        io.OnCall = (call, phase) =>
        {
            if (call.Operation == "Complete" && phase == IoPhase.Before
                && (completed[call.Target] = completed.GetValueOrDefault(call.Target) + 1) % 2 == 1)
            {
                throw new ServiceBusException("The settlement was lost.", ServiceBusFailureReason.ServiceTimeout);
            }
        };
        await UploadAllAsync(test);
        await SettleAllAsync(test);

        Assert.Equal(["complete-file", "file-arrived", "validate-claims", "validate-municipal"], completed.Keys.Order());
        Assert.Empty((await test.ImageAsync()).DifferencesFrom(_expected));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Chunks_judged_in_any_order_and_number_at_once_give_one_result(int seed)
    {
        var random = new Random(seed);
        output.WriteLine($"seed {seed}");
        await using var test = await TestSystem.StartAsync(options => TestSystem.Only(_ => false)(TestSystem.With(SmallChunks)(options)));
        var complete = test.Get<CompleteFile>();
        foreach (var (name, content) in CrashFiles.All)
        {
            var file = await test.UploadAsync(name, content);
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => test.Get<ReceiveFile>().RunAsync(file, default)));
            var reading = await test.Get<WorkArea>().ReadAsync(WorkArea.Reading(file.Key), IngestJson.Default.FileReading, default);
            var messages = Enumerable.Range(0, 3).SelectMany(_ => reading.Chunks).Select(chunk => new ChunkMessage(file.Key, chunk)).ToArray();
            random.Shuffle(messages);
            if ((await test.RowAsync(file)).Chunks > 0)
            {
                foreach (var some in messages.Chunk(2))
                {
                    await Task.WhenAll(some.Select(message => test.Get<ValidateChunk>().RunAsync(message, default)));
                }
            }

            await complete.RunAsync(new CompleteMessage(file.Key), default);
            await test.Get<ValidateChunk>().RunAsync(messages[0], default);
            await complete.RunAsync(new CompleteMessage(file.Key), default);
            await test.Get<ReceiveFile>().RunAsync(file, default);
        }

        var queues = (await test.ImageAsync()).DifferencesFrom(_expected);
        Assert.All(queues, difference => Assert.StartsWith("too much: queue ", difference));
    }

    [Fact]
    public async Task Two_systems_at_once_with_both_doors_open_give_one_result()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(SmallChunks));
        await using var other = await test.StartAnotherAsync();
        await UploadAllAsync(test);
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(test.SettleAsync(), other.Host.WhenIdleAsync(TimeSpan.FromSeconds(60)));
            test.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        await Task.WhenAll(test.SettleAsync(), other.Host.WhenIdleAsync(TimeSpan.FromSeconds(60)));
        Assert.Empty((await test.ImageAsync()).DifferencesFrom(_expected));
    }

    private static async Task UploadAllAsync(TestSystem test)
    {
        // One after the other: which of two equal files comes first is then the same in every run.
        foreach (var (name, content) in CrashFiles.Different)
        {
            await test.UploadAsync(name, content);
        }

        await test.SettleAsync();
        var (last, again) = CrashFiles.Repetition;
        await test.UploadAsync(last, again);
    }

    private static async Task SettleAllAsync(TestSystem test)
    {
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromMinutes(20));
    }
}
