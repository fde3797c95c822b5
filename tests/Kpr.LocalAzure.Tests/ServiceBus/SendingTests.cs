using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.ServiceBus;

namespace Kpr.LocalAzure.Tests.ServiceBus;

public sealed class SendingTests
{
    private static readonly LocalQueue Queue = new("q");

    [Fact]
    public async Task A_message_id_seen_within_the_window_is_taken_for_done()
    {
        await using var bus = new TestNamespace(Queue with { DuplicateDetectionWindow = TimeSpan.FromMinutes(10) });
        await bus.SendAsync("q", new ServiceBusMessage("first") { MessageId = "m" });
        await bus.SendAsync("q", new ServiceBusMessage("second") { MessageId = "m" });
        var receiver = bus.Client.CreateReceiver("q");
        await receiver.CompleteMessageAsync((await receiver.TakeAsync())!);
        bus.Clock.Advance(TimeSpan.FromMinutes(9));
        await bus.SendAsync("q", new ServiceBusMessage("third") { MessageId = "m" });

        Assert.Equal(default, bus.Count("q"));
        bus.Clock.Advance(TimeSpan.FromMinutes(2));
        await bus.SendAsync("q", new ServiceBusMessage("fourth") { MessageId = "m" });
        Assert.Equal("fourth", (await receiver.TakeAsync())!.Body.ToString());
    }

    [Fact]
    public async Task Without_a_window_the_same_id_comes_twice()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x") { MessageId = "m" });
        await bus.SendAsync("q", new ServiceBusMessage("x") { MessageId = "m" });

        Assert.Equal(2, bus.Count("q").Active);
    }

    [Fact]
    public async Task A_scheduled_message_comes_when_its_time_has_come()
    {
        await using var bus = new TestNamespace(Queue);
        var due = bus.Clock.GetUtcNow().AddHours(3);
        await bus.Client.CreateSender("q").ScheduleMessageAsync(new ServiceBusMessage("later"), due);
        await bus.SendAsync("q", new ServiceBusMessage("also later") { ScheduledEnqueueTime = due.AddHours(1) });
        var receiver = bus.Client.CreateReceiver("q");

        Assert.Null(await receiver.TakeAsync());
        Assert.Equal(ServiceBusMessageState.Scheduled, (await receiver.PeekMessageAsync())!.State);
        Assert.Equal(2, bus.Count("q").Scheduled);
        bus.Clock.Advance(TimeSpan.FromHours(3.5));
        var message = (await receiver.TakeAsync())!;
        Assert.Equal(("later", due, ServiceBusMessageState.Active), (message.Body.ToString(), message.EnqueuedTime, message.State));
        Assert.Null(await receiver.TakeAsync());
    }

    [Fact]
    public async Task A_cancelled_scheduled_message_never_comes_and_cannot_be_cancelled_twice()
    {
        await using var bus = new TestNamespace(Queue);
        var sender = bus.Client.CreateSender("q");
        var number = await sender.ScheduleMessageAsync(new ServiceBusMessage("x"), bus.Clock.GetUtcNow().AddHours(1));
        await sender.CancelScheduledMessageAsync(number);

        Assert.Equal(ServiceBusFailureReason.MessageNotFound, await Now.FailsAsync(() => sender.CancelScheduledMessageAsync(number)));
        bus.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await bus.Client.CreateReceiver("q").TakeAsync());
    }

    [Theory]
    [InlineData(200_000, true)]
    [InlineData(262_144, false)]
    [InlineData(300_000, false)]
    public async Task A_message_over_256_KB_is_refused(int bytes, bool fits)
    {
        await using var bus = new TestNamespace(Queue);
        var message = new ServiceBusMessage(new byte[bytes]);

        if (fits)
        {
            await bus.SendAsync("q", message);
        }
        else
        {
            Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, await Now.FailsAsync(() => bus.SendAsync("q", message)));
        }

        Assert.Equal(fits ? 1 : 0, bus.Count("q").Active);
    }

    [Fact]
    public async Task Messages_sent_together_count_together_and_go_all_or_none()
    {
        await using var bus = new TestNamespace(Queue);
        var sender = bus.Client.CreateSender("q");

        Assert.Equal(
            ServiceBusFailureReason.MessageSizeExceeded,
            await Now.FailsAsync(() => sender.SendMessagesAsync([new(new byte[150_000]), new(new byte[150_000])])));
        Assert.Equal(default, bus.Count("q"));
    }

    [Fact]
    public async Task A_batch_takes_messages_until_it_is_full()
    {
        await using var bus = new TestNamespace(Queue);
        var sender = bus.Client.CreateSender("q");
        using var batch = await sender.CreateMessageBatchAsync();

        Assert.True(batch.TryAddMessage(new ServiceBusMessage(new byte[150_000])));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage(new byte[150_000])));
        Assert.True(batch.TryAddMessage(new ServiceBusMessage(new byte[50_000])));
        await sender.SendMessagesAsync(batch);

        Assert.Equal(2, bus.Count("q").Active);
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_sent()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.Client.CreateSender("q").SendMessagesAsync(Enumerable.Range(0, 20).Select(i => new ServiceBusMessage($"{i}")));

        var received = await bus.Client.CreateReceiver("q").ReceiveMessagesAsync(50);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), received.Select(message => message.Body.ToString()));
        Assert.Equal(received.OrderBy(message => message.SequenceNumber), received);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_not_found()
    {
        await using var bus = new TestNamespace(Queue);

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, await Now.FailsAsync(() => bus.SendAsync("other", new ServiceBusMessage("x"))));
        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, await Now.FailsAsync(() => bus.Client.CreateReceiver("other").TakeAsync()));
    }

    [Fact]
    public async Task A_namespace_that_is_not_registered_is_told_by_name()
    {
        await using var client = new ServiceBusClient(LocalNamespace.ConnectionString("nobody"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x")));

        Assert.Contains("nobody.servicebus.local", failure.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => new ServiceBusClient("Endpoint=nowhere"));
    }

    [Fact]
    public void A_message_refuses_an_id_that_is_empty_or_too_long_and_a_life_of_nothing()
    {
        var message = new ServiceBusMessage("x");

        Assert.Throws<ArgumentException>(() => message.MessageId = "");
        Assert.Throws<ArgumentOutOfRangeException>(() => message.MessageId = new string('m', 129));
        Assert.Throws<ArgumentOutOfRangeException>(() => message.TimeToLive = TimeSpan.Zero);
    }

    [Fact]
    public async Task Waiting_for_a_message_ends_when_one_is_sent_and_when_it_is_cancelled()
    {
        await using var bus = new TestNamespace(Queue);
        var waiting = bus.Client.CreateReceiver("q").ReceiveMessageAsync(TimeSpan.FromMinutes(1));
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        Assert.Equal("x", (await waiting)!.Body.ToString());

        using var cancel = new CancellationTokenSource();
        var cancelled = bus.Client.CreateReceiver("q").ReceiveMessageAsync(TimeSpan.FromMinutes(1), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }
}
