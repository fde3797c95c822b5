using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.ServiceBus;

namespace Kpr.LocalAzure.Tests.ServiceBus;

public sealed class DeadLetterTests
{
    private static readonly LocalQueue Queue = new("q") { LockDuration = TimeSpan.FromSeconds(30), MaxDeliveryCount = 3 };

    [Fact]
    public async Task A_message_abandoned_at_its_last_delivery_becomes_a_dead_letter()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x") { MessageId = "m" });
        var receiver = bus.Client.CreateReceiver("q");
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var message = (await receiver.TakeAsync())!;
            Assert.Equal(delivery, message.DeliveryCount);
            await receiver.AbandonMessageAsync(message);
        }

        Assert.Null(await receiver.TakeAsync());
        var dead = (await bus.DeadLetters("q").TakeAsync())!;
        Assert.Equal(("m", "MaxDeliveryCountExceeded", "Message could not be consumed after 3 delivery attempts."), (dead.MessageId, dead.DeadLetterReason, dead.DeadLetterErrorDescription));
    }

    [Fact]
    public async Task A_lock_that_runs_out_counts_as_a_delivery_towards_the_limit()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            Assert.NotNull(await bus.Client.CreateReceiver("q").TakeAsync());
            bus.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        // Nobody reads the queue itself: the dead-letter queue shows the message all the same.
        Assert.Equal("MaxDeliveryCountExceeded", (await bus.DeadLetters("q").TakeAsync())!.DeadLetterReason);
    }

    [Fact]
    public async Task A_message_dead_lettered_by_hand_keeps_reason_description_and_properties()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("body") { MessageId = "m", ApplicationProperties = { ["kept"] = "k" } });
        var receiver = bus.Client.CreateReceiver("q");
        var received = (await receiver.TakeAsync())!;
        await receiver.DeadLetterMessageAsync(received, new Dictionary<string, object> { ["extra"] = 7 }, "BadFormat", "line 3");

        var dead = (await bus.Client.CreateReceiver("q/$deadletterqueue").TakeAsync())!;

        Assert.Equal(("m", "body", "BadFormat", "line 3"), (dead.MessageId, dead.Body.ToString(), dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Equal(7, dead.ApplicationProperties["extra"]);
        Assert.Equal("k", dead.ApplicationProperties["kept"]);
        Assert.Equal("BadFormat", dead.ApplicationProperties["DeadLetterReason"]);
        Assert.Equal(received.SequenceNumber, dead.SequenceNumber);
    }

    [Fact]
    public async Task Dead_letters_are_locked_and_completed_and_never_dead_lettered_again_by_count()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var receiver = bus.Client.CreateReceiver("q");
        await receiver.DeadLetterMessageAsync((await receiver.TakeAsync())!, "r");
        var dead = bus.DeadLetters("q");
        for (var i = 0; i < 6; i++)
        {
            await dead.AbandonMessageAsync((await dead.TakeAsync())!);
        }

        await dead.CompleteMessageAsync((await dead.TakeAsync())!);

        Assert.Equal(default, bus.Count("q"));
    }

    [Fact]
    public async Task A_dead_letter_sent_again_loses_its_reason_and_counts_from_one()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.SendAsync("q", new ServiceBusMessage("x") { MessageId = "m", ApplicationProperties = { ["kept"] = 1 } });
        var receiver = bus.Client.CreateReceiver("q");
        await receiver.DeadLetterMessageAsync((await receiver.TakeAsync())!, "r", "d");
        await bus.SendAsync("q", new ServiceBusMessage((await bus.DeadLetters("q").TakeAsync())!));

        var again = (await receiver.TakeAsync())!;

        Assert.Equal(("m", 1, null), (again.MessageId, again.DeliveryCount, again.DeadLetterReason));
        Assert.Equal(["kept"], again.ApplicationProperties.Keys);
    }

    [Fact]
    public async Task A_message_past_its_time_becomes_a_dead_letter_where_the_queue_says_so()
    {
        await using var bus = new TestNamespace(Queue with { DeadLetteringOnExpiration = true });
        await bus.SendAsync("q", new ServiceBusMessage("x") { TimeToLive = TimeSpan.FromMinutes(1) });
        bus.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(await bus.Client.CreateReceiver("q").TakeAsync());
        Assert.Equal("TTLExpiredException", (await bus.DeadLetters("q").TakeAsync())!.DeadLetterReason);
    }

    [Fact]
    public async Task A_message_past_its_time_vanishes_where_the_queue_says_nothing()
    {
        await using var bus = new TestNamespace(Queue with { DefaultTimeToLive = TimeSpan.FromMinutes(1) });
        await bus.SendAsync("q", new ServiceBusMessage("x") { TimeToLive = TimeSpan.FromDays(1) });
        bus.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(await bus.Client.CreateReceiver("q").TakeAsync());
        Assert.Equal(default, bus.Count("q"));
    }

    [Fact]
    public async Task A_message_whose_time_passes_while_it_is_locked_can_still_be_completed()
    {
        await using var bus = new TestNamespace(Queue with { DeadLetteringOnExpiration = true });
        await bus.SendAsync("q", new ServiceBusMessage("x") { TimeToLive = TimeSpan.FromSeconds(10) });
        var receiver = bus.Client.CreateReceiver("q");
        var message = (await receiver.TakeAsync())!;
        bus.Clock.Advance(TimeSpan.FromSeconds(15));

        await receiver.CompleteMessageAsync(message);

        Assert.Equal(default, bus.Count("q"));
    }
}
