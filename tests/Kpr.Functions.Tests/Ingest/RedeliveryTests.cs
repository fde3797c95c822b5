using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>What an outage is, and how a message waits for its end.</summary>
public sealed class RedeliveryTests
{
    private static readonly string File = new('a', 32);

    public static TheoryData<Exception, bool> Exceptions() => new()
    {
        { new RequestFailedException(0, "no answer"), true },
        { new RequestFailedException(408, ""), true },
        { new RequestFailedException(429, ""), true },
        { new RequestFailedException(500, ""), true },
        { new RequestFailedException(503, ""), true },
        { new RequestFailedException(501, ""), false },
        { new RequestFailedException(400, ""), false },
        { new RequestFailedException(403, ""), false },
        { new RequestFailedException(404, ""), false },
        { new RequestFailedException(409, ""), false },
        { new RequestFailedException(412, ""), false },
        { new AggregateException(new RequestFailedException(0, ""), new RequestFailedException(503, "")), true },
        { new AggregateException(new RequestFailedException(503, ""), new InvalidOperationException()), false },
        { new AggregateException(), false },
        { new ServiceBusException("", ServiceBusFailureReason.ServiceBusy), true },
        { new ServiceBusException("", ServiceBusFailureReason.MessageLockLost), false },
        { new AuthenticationFailedException("no token"), true },
        { new HttpRequestException(), true },
        { new IOException("", new SocketException()), true },
        { new IOException("no space left"), false },
        { new TaskCanceledException(), true },
        { new InvalidOperationException(), false },
    };

    [Theory, MemberData(nameof(Exceptions))]
    public void An_outage_is_what_passes_by_itself(Exception exception, bool outage) =>
        Assert.Equal(outage, Outage.Is(exception, CancellationToken.None));

    [Fact]
    public void Work_that_a_stopping_host_cancels_is_no_outage() =>
        Assert.False(Outage.Is(new TaskCanceledException(), new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_message_waits_longer_each_time_and_counts_as_one_delivery_until_it_has_waited_often_enough()
    {
        await using var test = await TestSystem.StartAsync(options =>
            TestSystem.Only(type => type == typeof(CompleteFileTrigger))(TestSystem.With(("Kpr:Redelivery:MostTimes", "7"))(options)));
        IoSwitch.Of(test.Scopes[0]).OnCall = (_, _) => throw new RequestFailedException(503, "Storage is out.");
        await test.Get<MessageBus>().SendAsync(Queues.CompleteFile, new CompleteMessage(File).ToMessage(), default);
        await test.SettleAsync();
        var waits = new List<TimeSpan>();
        for (var times = 1; times <= 7; times++)
        {
            var (id, due) = Assert.Single(await ScheduledAsync(test));
            Assert.Equal($"{File}-complete-later-{times}", id);
            waits.Add(due - test.Clock.GetUtcNow());
            test.Clock.AdvanceTo(due);
            await test.SettleAsync();
        }

        int[] seconds = [10, 20, 40, 80, 160, 300, 300];
        Assert.All(waits.Zip(seconds), wait => Assert.InRange(wait.First.TotalSeconds, (wait.Second * 0.75) - 5, wait.Second));
        Assert.Equal(1, test.System.Bus.Count(Queues.CompleteFile).DeadLettered);
        Assert.Empty(await ScheduledAsync(test));
    }

    [Fact]
    public async Task A_message_that_could_not_be_settled_after_it_was_put_off_does_not_become_two()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type == typeof(CompleteFileTrigger)));
        IoSwitch.Of(test.Scopes[0]).OnCall = (_, _) => throw new RequestFailedException(503, "Storage is out.");
        var lost = 0;
        IoSwitch.Of(test.Scopes[1]).OnCall = (call, phase) =>
        {
            if (call.Operation == "Complete" && phase == IoPhase.Before && Interlocked.Increment(ref lost) == 1)
            {
                throw new ServiceBusException("The settlement was lost.", ServiceBusFailureReason.ServiceTimeout);
            }
        };
        await test.Get<MessageBus>().SendAsync(Queues.CompleteFile, new CompleteMessage(File).ToMessage(), default);
        while (Volatile.Read(ref lost) == 0 || test.System.Host.Running > 0)
        {
            await Task.Delay(20);
        }

        Assert.Equal($"{File}-complete-later-1", Assert.Single(await ScheduledAsync(test)).Id);

        // The copy is due, and the lock of the original has run out.
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));
        Assert.Equal($"{File}-complete-later-2", Assert.Single(await ScheduledAsync(test)).Id);
    }

    [Fact]
    public async Task An_outage_while_a_dead_letter_is_noted_leaves_the_file_to_the_sweeper()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type == typeof(CompleteFileDeadLetter)));
        IoSwitch.Of(test.Scopes[0]).OnCall = (_, _) => throw new RequestFailedException(503, "Storage is out.");
        await using var client = new ServiceBusClient(test.BusConnection);
        await using var receiver = client.CreateReceiver(Queues.CompleteFile);
        await test.Get<MessageBus>().SendAsync(Queues.CompleteFile, new CompleteMessage(File).ToMessage(), default);
        await receiver.DeadLetterMessageAsync((await receiver.ReceiveMessageAsync())!, "MaxDeliveryCountExceeded");
        await test.SettleAsync();

        Assert.Equal(default, test.System.Bus.Count(Queues.CompleteFile));
        Assert.Single(test.Logs.All, line => line.Text.Contains("[1022]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FirstDelay", "00:00:00")]
    [InlineData("LongestDelay", "00:00:05")]
    [InlineData("LongestDelay", "02:00:00")]
    [InlineData("MostTimes", "-1")]
    public async Task Settings_that_make_no_sense_stop_the_start(string name, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => TestSystem.StartAsync(TestSystem.With(($"Kpr:Redelivery:{name}", value))));

    private static async Task<IReadOnlyList<(string Id, DateTimeOffset Due)>> ScheduledAsync(TestSystem test)
    {
        await using var client = new ServiceBusClient(test.BusConnection);
        await using var receiver = client.CreateReceiver(Queues.CompleteFile);
        return [.. (await receiver.PeekMessagesAsync(10)).Where(message => message.State == ServiceBusMessageState.Scheduled)
            .Select(message => (message.MessageId, message.ScheduledEnqueueTime))];
    }
}
