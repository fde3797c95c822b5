using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;
using Kpr.Local;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Lost messages, lost events and receivers that died: found by the clock, and nobody at work is disturbed.</summary>
public sealed class StuckFileTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    private static string Clean => new CareEventDocument().Add().Add().Add().ToString();

    [Fact]
    public async Task A_file_whose_events_were_lost_is_found_in_the_inbox()
    {
        await using var test = await TestSystem.StartAsync(options => options with
        {
            ConfigureHost = options.ConfigureHost + (host =>
            {
                host.Types = type => type != typeof(BlobArrived);
                host.BlobEvents.Clear();
            }),
        });
        var file = await test.UploadAsync(Address, Clean);
        await test.SettleAsync();
        Assert.Equal(0, await test.Get<ReconcileInbox>().RunAsync(default));
        Assert.Null(await test.Get<IngestLedger>().FindAsync(file.Key, default));

        await test.SettleAfterAsync(TimeSpan.FromMinutes(30));

        await test.AssertTidyAsync();
        Assert.Equal(FileState.Completed, (await test.RowAsync(file)).State);
        Assert.Equal(0, await test.Get<ReconcileInbox>().RunAsync(default));
    }

    [Theory]
    [InlineData(Queues.ValidateMunicipal)]
    [InlineData(Queues.CompleteFile)]
    public async Task A_file_whose_messages_were_lost_is_driven_on(string queue)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(
            type => type != typeof(ValidateMunicipal) && type != typeof(CompleteFileTrigger) && type != typeof(SweepStuckTrigger)));
        await test.UploadAsync(Address, Clean);
        await test.SettleAsync();
        if (queue == Queues.CompleteFile)
        {
            await test.RestartAsync(TestSystem.Only(type => type != typeof(CompleteFileTrigger) && type != typeof(SweepStuckTrigger)));
            await test.SettleAsync();
        }

        await LoseAsync(test, queue);
        await test.RestartAsync();
        await test.SettleAsync();
        Assert.Empty(await test.ListAsync(Containers.Receipts));

        await test.SettleAfterAsync(TimeSpan.FromMinutes(20));

        await test.AssertTidyAsync();
        Assert.Equal(3, (await test.ReceiptAsync(Address)).Counts.Accepted);
    }

    [Fact]
    public async Task A_file_that_was_found_but_never_claimed_is_told_of_again()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        var io = IoSwitch.Of(test.Scopes[0]);
        var file = await test.UploadAsync(Address, Clean);
        await test.System.Host.PollNowAsync(); // the event of the upload, whose receiver dies here
        io.OnCall = (call, phase) =>
        {
            if (call is { Service: "table", Operation: "POST" } && phase == IoPhase.Before)
            {
                throw new InvalidOperationException("The receiver died.");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Get<ReceiveFile>().RunAsync(file, default));
        io.OnCall = null;
        Assert.Null(await test.Get<IngestLedger>().FindAsync(file.Key, default));
        Assert.Equal(0, await test.Get<SweepStuck>().RunAsync(default));

        test.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(1, await test.Get<SweepStuck>().RunAsync(default));
        Assert.Equal(1 + 1, test.System.Bus.Count(Queues.FileArrived).Active);
    }

    [Fact]
    public async Task A_receiver_that_died_is_overtaken_when_its_lease_has_run_out_and_not_before()
    {
        await using var test = await TestSystem.StartAsync(WithoutDoors);
        var file = await test.UploadAsync(Address, Clean);
        Assert.NotNull(await test.Get<FileLease>().TakeAsync(file, default));

        test.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await test.Get<FileLease>().TakeAsync(file, default));
        Assert.Equal(FileState.Receiving, (await test.RowAsync(file)).State);

        test.Clock.Advance(TimeSpan.FromMinutes(2));
        await test.Get<ReceiveFile>().RunAsync(file, default);
        await test.SettleAsync();
        Assert.Equal(FileState.Completed, (await test.RowAsync(file)).State);
        Assert.Contains(test.Logs.All, line => line.Text.Contains("[1003]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_that_renews_its_lease_keeps_the_file_however_long_it_takes_and_is_not_disturbed()
    {
        await using var test = await TestSystem.StartAsync(options => WithoutDoors(TestSystem.With(("Kpr:Ingest:ChunkRecords", "1"))(options)));
        var file = await test.UploadAsync(Address, Clean);
        var others = new List<string>();
        var io = IoSwitch.Of(test.Scopes[0]);
        io.OnCall = (call, phase) =>
        {
            if (phase == IoPhase.After && call.Operation == "PUT" && call.Target.EndsWith("/content", StringComparison.Ordinal))
            {
                // Each chunk takes eight minutes. Meanwhile a second knock, the sweeper and an impatient person.
                using (IoSwitch.Unobserved())
                {
                    test.Clock.Advance(TimeSpan.FromMinutes(8));
                    others.Add($"{test.Get<FileLease>().TakeAsync(file, default).GetAwaiter().GetResult() is null}");
                    others.Add($"{test.Get<SweepStuck>().RunAsync(default).GetAwaiter().GetResult()}");
                    others.Add($"{test.Get<ReplayFile>().DriveOnAsync(test.RowAsync(file).GetAwaiter().GetResult(), default).GetAwaiter().GetResult()}");
                }
            }
        };
        await test.Get<ReceiveFile>().RunAsync(file, default);
        io.OnCall = null;
        await test.SettleAsync();

        Assert.Equal(Enumerable.Repeat<string[]>(["True", "0", "False"], 3).SelectMany(answers => answers), others);
        Assert.Equal((FileState.Completed, 0), ((await test.RowAsync(file)).State, (await test.RowAsync(file)).Nudges));
        Assert.DoesNotContain(test.Logs.All, line => line.Text.Contains("[1003]", StringComparison.Ordinal) || line.Text.Contains("[1018]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_that_lost_its_lease_stops_and_leaves_nothing_behind()
    {
        await using var test = await TestSystem.StartAsync(options => WithoutDoors(TestSystem.With(("Kpr:Ingest:ChunkRecords", "1"))(options)));
        var file = await test.UploadAsync(Address, Clean);
        var overtaken = false;
        var io = IoSwitch.Of(test.Scopes[0]);
        io.OnCall = (call, phase) =>
        {
            if (!overtaken && phase == IoPhase.Before && call.Operation == "PUT" && call.Target.EndsWith("000001/content", StringComparison.Ordinal))
            {
                overtaken = true;
                test.Clock.Advance(TimeSpan.FromMinutes(11));
                test.Get<ReceiveFile>().RunAsync(file, default).GetAwaiter().GetResult();
                test.SettleAsync().GetAwaiter().GetResult();
            }
        };
        await test.Get<ReceiveFile>().RunAsync(file, default);
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Contains(test.Logs.All, line => line.Text.Contains("[1018]", StringComparison.Ordinal));
        Assert.Equal(3, (await test.ReceiptAsync(Address)).Counts.Accepted);
    }

    [Fact]
    public async Task A_file_that_never_gets_on_is_given_up_and_a_replay_begins_anew()
    {
        await using var test = await TestSystem.StartAsync(options =>
            TestSystem.Only(type => type != typeof(ValidateMunicipal))(TestSystem.With(("Kpr:Ingest:MaxSweeps", "2"))(options)));
        var file = await test.UploadAsync(Address, Clean);
        await test.SettleAsync();
        for (var round = 0; round < 3; round++)
        {
            await LoseAsync(test, Queues.ValidateMunicipal);
            await test.SettleAfterAsync(TimeSpan.FromMinutes(20));
        }

        Assert.Equal((FileState.Failed, "driven on too often without getting done"), ((await test.RowAsync(file)).State, (await test.RowAsync(file)).Reason));
        await LoseAsync(test, Queues.ValidateMunicipal);
        await test.RestartAsync();
        var row = await test.RowAsync(file);
        row.Sweeps = 0;
        Assert.True(await test.Get<ReplayFile>().DriveOnAsync(row, default));
        await test.SettleAsync();
        await test.SettleAsync();

        Assert.Equal(FileState.Completed, (await test.RowAsync(file)).State);
    }

    [Fact]
    public async Task Chunks_that_are_being_judged_are_not_asked_for_again()
    {
        await using var test = await TestSystem.StartAsync(options => TestSystem.Only(_ => false)(TestSystem.With(("Kpr:Ingest:ChunkRecords", "1"))(options)));
        var file = await test.UploadAsync(Address, Clean);
        await test.Get<ReceiveFile>().RunAsync(file, default);
        var reading = await test.Get<WorkArea>().ReadAsync(WorkArea.Reading(file.Key), IngestJson.Default.FileReading, default);
        test.Clock.Advance(TimeSpan.FromMinutes(16));
        await test.Get<ValidateChunk>().RunAsync(new ChunkMessage(file.Key, reading.Chunks[0]), default);

        Assert.Equal(0, await test.Get<SweepStuck>().RunAsync(default));
        test.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(1, await test.Get<SweepStuck>().RunAsync(default));
        Assert.Equal(3 + 2, test.System.Bus.Count(Queues.ValidateMunicipal).Active);
    }

    private static LocalSystemOptions WithoutDoors(LocalSystemOptions options) => options with
    {
        ConfigureHost = options.ConfigureHost + (host =>
        {
            host.Types = type => type != typeof(BlobArrived) && type != typeof(FileArrived);
            host.BlobEvents.Clear();
        }),
    };

    private static async Task LoseAsync(TestSystem test, string queue)
    {
        await using var client = new global::Azure.Messaging.ServiceBus.ServiceBusClient(test.BusConnection);
        await using var receiver = client.CreateReceiver(queue, new() { ReceiveMode = global::Azure.Messaging.ServiceBus.ServiceBusReceiveMode.ReceiveAndDelete });
        while (await receiver.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50)) is not null)
        {
            // Lost.
        }
    }
}
