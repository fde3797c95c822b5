using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.ServiceBus;

namespace Kpr.LocalAzure.Tests.ServiceBus;

public sealed class FaultTests
{
    private static readonly LocalQueue Queue = new("q") { LockDuration = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task Calls_are_numbered_and_empty_receives_are_not()
    {
        await using var bus = new TestNamespace(Queue);
        var calls = new List<string>();
        bus.Io.OnCall = (call, phase) => calls.Add($"{call.Number} {call.Service} {call.Operation} {call.Target} {phase}");
        var receiver = bus.Client.CreateReceiver("q");
        Assert.Null(await receiver.TakeAsync());
        await bus.SendAsync("q", new ServiceBusMessage("x"));
        var message = (await receiver.TakeAsync())!;
        Assert.Null(await receiver.TakeAsync());
        await receiver.CompleteMessageAsync(message);

        Assert.Equal(
            [
                "1 servicebus Send q Before", "1 servicebus Send q After",
                "2 servicebus Receive q Before", "2 servicebus Receive q After",
                "3 servicebus Complete q Before", "3 servicebus Complete q After",
            ],
            calls);
    }

    [Theory]
    [InlineData(1, IoPhase.Before, 0, 0)]
    [InlineData(1, IoPhase.After, 1, 0)]
    [InlineData(2, IoPhase.Before, 1, 0)]
    [InlineData(2, IoPhase.After, 0, 1)]
    [InlineData(3, IoPhase.Before, 0, 1)]
    [InlineData(3, IoPhase.After, 0, 0)]
    public async Task A_stop_leaves_what_was_done_and_nothing_else(int number, IoPhase phase, int active, int locked)
    {
        await using var bus = new TestNamespace(Queue);
        bus.Io.StopAt(number, phase);

        await Assert.ThrowsAsync<IoStopException>(async () =>
        {
            await bus.SendAsync("q", new ServiceBusMessage("x"));
            var receiver = bus.Client.CreateReceiver("q");
            await receiver.CompleteMessageAsync((await receiver.TakeAsync())!);
        });

        Assert.Equal((active, locked), ((int)bus.Count("q").Active, (int)bus.Count("q").Locked));
        await Assert.ThrowsAsync<IoStopException>(() => bus.Client.CreateReceiver("q").TakeAsync());
    }

    [Fact]
    public async Task A_client_of_a_stopped_run_stays_stopped_when_the_next_run_begins()
    {
        await using var bus = new TestNamespace(Queue);
        var old = bus.Client.CreateSender("q");
        bus.Io.StopAt(1, IoPhase.Before);
        await Assert.ThrowsAsync<IoStopException>(() => old.SendMessageAsync(new ServiceBusMessage("x")));
        IoSwitch.Forget(bus.Host);

        await Assert.ThrowsAsync<IoStopException>(() => old.SendMessageAsync(new ServiceBusMessage("x")));
        await using var client = new ServiceBusClient(bus.ConnectionString);
        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"));
        Assert.Equal(1, bus.Count("q").Active);
    }

    [Fact]
    public async Task Unobserved_calls_are_not_counted_but_stop_with_the_run()
    {
        await using var bus = new TestNamespace(Queue);
        bus.Io.StopAt(1, IoPhase.Before);
        using (IoSwitch.Unobserved())
        {
            await bus.SendAsync("q", new ServiceBusMessage("x"));
        }

        Assert.Equal(0, bus.Io.Count);
        await Assert.ThrowsAsync<IoStopException>(() => bus.SendAsync("q", new ServiceBusMessage("x")));
        using (IoSwitch.Unobserved())
        {
            await Assert.ThrowsAsync<IoStopException>(() => bus.SendAsync("q", new ServiceBusMessage("x")));
        }
    }
}
