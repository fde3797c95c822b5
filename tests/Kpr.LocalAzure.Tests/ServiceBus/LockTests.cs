using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.ServiceBus;

namespace Kpr.LocalAzure.Tests.ServiceBus;

public sealed class LockTests
{
    private static readonly LocalQueue Queue = new("q") { LockDuration = TimeSpan.FromSeconds(30), MaxDeliveryCount = 3 };

    [Fact]
    public async Task A_received_message_carries_what_was_sent()
    {
        await using var bus = new TestNamespace(Queue);
        var id = Guid.NewGuid();
        await bus.SendAsync("Q", new ServiceBusMessage("hei på deg")
        {
            MessageId = "m1",
            Subject = "subject",
            CorrelationId = "correlation",
            ContentType = "text/plain",
            To = "to",
            ReplyTo = "reply",
            TimeToLive = TimeSpan.FromHours(2),
            ApplicationProperties = { ["text"] = "æøå", ["number"] = 5, ["long"] = 5L, ["yes"] = true, ["id"] = id, ["span"] = TimeSpan.FromMinutes(3), ["half"] = 0.5 },
        });

        var message = await bus.Client.CreateReceiver("q").TakeAsync();

        Assert.NotNull(message);
        Assert.Equal("hei på deg", message.Body.ToString());
        Assert.Equal(("m1", "subject", "correlation", "text/plain", "to", "reply"), (message.MessageId, message.Subject, message.CorrelationId, message.ContentType, message.To, message.ReplyTo));
        Assert.Equal((1, TimeSpan.FromHours(2)), (message.DeliveryCount, message.TimeToLive));
        Assert.Equal(
            new Dictionary<string, object> { ["text"] = "æøå", ["number"] = 5, ["long"] = 5L, ["yes"] = true, ["id"] = id, ["span"] = TimeSpan.FromMinutes(3), ["half"] = 0.5 },
            message.ApplicationProperties);
        Assert.InRange(message.LockedUntil - bus.Clock.GetUtcNow(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_locked_message_is_not_received_again_until_the_lock_runs_out()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        var first = await receiver.TakeAsync();

        Assert.Null(await bus.Client.CreateReceiver("q").TakeAsync());
        bus.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = await bus.Client.CreateReceiver("q").TakeAsync();

        Assert.Equal(1, first!.DeliveryCount);
        Assert.Equal(2, second!.DeliveryCount);
        Assert.Equal(first.SequenceNumber, second.SequenceNumber);
        Assert.NotEqual(first.LockToken, second.LockToken);
    }

    [Fact]
    public async Task Settlement_after_the_lock_is_lost_fails_with_MessageLockLost()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        var message = (await receiver.TakeAsync())!;
        bus.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await Now.FailsAsync(() => receiver.CompleteMessageAsync(message)));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await Now.FailsAsync(() => receiver.AbandonMessageAsync(message)));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await Now.FailsAsync(() => receiver.DeadLetterMessageAsync(message, "r")));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await Now.FailsAsync(() => receiver.RenewMessageLockAsync(message)));
        Assert.Equal(1, bus.Count("q").Active);
    }

    [Fact]
    public async Task A_lock_lost_to_another_receiver_cannot_be_used()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        var first = (await receiver.TakeAsync())!;
        bus.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = (await receiver.TakeAsync())!;

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await Now.FailsAsync(() => receiver.CompleteMessageAsync(first)));
        await receiver.CompleteMessageAsync(second);
        Assert.Equal(default, bus.Count("q"));
    }

    [Fact]
    public async Task A_message_settled_twice_fails_with_MessageLockLost()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        var message = (await receiver.TakeAsync())!;
        await receiver.CompleteMessageAsync(message);

        var failure = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(message));

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, failure.Reason);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_renewed_lock_holds_for_another_lock_duration()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        var message = (await receiver.TakeAsync())!;
        bus.Clock.Advance(TimeSpan.FromSeconds(20));
        var before = message.LockedUntil;

        await receiver.RenewMessageLockAsync(message);
        bus.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.True(message.LockedUntil > before);
        Assert.Null(await receiver.TakeAsync());
        await receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_at_once_with_its_changed_properties()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x") { ApplicationProperties = { ["kept"] = 1 } });
        var receiver = bus.Client.CreateReceiver("q");
        await receiver.AbandonMessageAsync((await receiver.TakeAsync())!, new Dictionary<string, object> { ["why"] = "busy" });

        var again = (await receiver.TakeAsync())!;

        Assert.Equal(2, again.DeliveryCount);
        Assert.Equal(new Dictionary<string, object> { ["kept"] = 1, ["why"] = "busy" }, again.ApplicationProperties);
    }

    [Fact]
    public async Task A_message_received_and_deleted_is_gone_and_cannot_be_settled()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q", new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

        var message = (await receiver.TakeAsync())!;

        Assert.Equal(default, bus.Count("q"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(message));
    }

    [Fact]
    public async Task A_deferred_message_is_received_by_its_number_only()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        var message = (await receiver.TakeAsync())!;
        await receiver.DeferMessageAsync(message);

        Assert.Null(await receiver.TakeAsync());
        Assert.Equal(ServiceBusMessageState.Deferred, (await receiver.PeekMessageAsync())!.State);
        var again = await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
        await receiver.CompleteMessageAsync(again);

        Assert.Equal(default, bus.Count("q"));
        Assert.Equal(ServiceBusFailureReason.MessageNotFound, await Now.FailsAsync(() => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber)));
    }

    [Fact]
    public async Task Peeking_locks_nothing_counts_nothing_and_goes_on_where_it_ended()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.Client.CreateSender("q").SendMessagesAsync([new("1"), new("2"), new("3")]);
        var receiver = bus.Client.CreateReceiver("q");

        var first = await receiver.PeekMessagesAsync(2);
        var rest = await receiver.PeekMessagesAsync(2);

        Assert.Equal(["1", "2"], first.Select(message => message.Body.ToString()));
        Assert.Equal(["3"], rest.Select(message => message.Body.ToString()));
        Assert.All(first, message => Assert.Equal(0, message.DeliveryCount));
        Assert.Equal(3, bus.Count("q").Active);
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(first[0]));
    }
}
