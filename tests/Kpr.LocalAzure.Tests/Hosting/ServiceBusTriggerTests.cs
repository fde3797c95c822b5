using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.ServiceBus;
using Kpr.LocalAzure.Tests.ServiceBus;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class ServiceBusTriggerTests
{
    [Fact]
    public async Task A_message_is_completed_when_its_function_returns()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus);
        await bus.SendAsync("auto", new ServiceBusMessage("x") { MessageId = "m" });
        await app.IdleAsync();

        Assert.Equal(["auto m 1"], app.Probe.Seen);
        Assert.Equal(default, bus.Count("auto"));
    }

    [Fact]
    public async Task A_message_whose_function_throws_comes_again_until_it_is_a_dead_letter_which_has_a_trigger_too()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        var probe = new Probe { Behaviour = _ => throw new InvalidOperationException("always") };
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus, probe: probe);
        await bus.SendAsync("auto", new ServiceBusMessage("x") { MessageId = "m" });
        await app.IdleAsync();

        Assert.Equal(["auto m 1", "auto m 2", "auto m 3", "dead m MaxDeliveryCountExceeded"], probe.Seen);
        Assert.Equal(default, bus.Count("auto"));
    }

    [Theory]
    [InlineData("complete", 0, 0, 0)]
    [InlineData("dead", 0, 0, 1)]
    [InlineData("nothing", 0, 1, 0)]
    public async Task With_manual_settlement_the_function_decides(string what, int active, int locked, int dead)
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus);
        await bus.SendAsync("manual", new ServiceBusMessage(what) { MessageId = "m" });
        await app.Probe.UntilAsync(probe => probe.Seen.Count == 1 && app.Host.Running == 0);

        var count = bus.Count("manual");
        Assert.Equal((active, locked, dead), ((int)count.Active, (int)count.Locked, (int)count.DeadLettered));
        if (dead == 1)
        {
            Assert.Equal("Reason", (await bus.DeadLetters("manual").TakeAsync())!.DeadLetterReason);
        }
    }

    [Fact]
    public async Task A_message_settled_by_the_function_is_not_settled_again()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        var settled = new List<string>();
        bus.Io.OnCall = (call, phase) =>
        {
            if (phase == IoPhase.After && call.Operation is "Complete" or "Abandon")
            {
                lock (settled)
                {
                    settled.Add(call.Operation);
                }
            }
        };
        var probe = new Probe { Behaviour = _ => throw new InvalidOperationException("after settling") };
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus, probe: probe);
        await bus.SendAsync("manual", new ServiceBusMessage("complete then throw"));
        await app.IdleAsync();

        Assert.Equal(["Complete"], settled);
    }

    [Fact]
    public async Task A_body_binds_as_text_and_marks_of_the_message_by_name()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus);
        await bus.SendAsync("text", new ServiceBusMessage("æ") { MessageId = "m", CorrelationId = "c" });
        await app.IdleAsync();

        Assert.Equal(["text æ m 1 c"], app.Probe.Seen);
    }

    [Fact]
    public async Task No_more_messages_are_handled_at_once_than_allowed()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus, options => options.MaxConcurrentCalls = 2);
        await bus.Client.CreateSender("gate").SendMessagesAsync(Enumerable.Range(0, 5).Select(i => new ServiceBusMessage($"{i}")));
        await app.Probe.UntilAsync(_ => app.Host.Running == 2);
        app.Probe.Gate.SetResult();
        await app.IdleAsync();

        Assert.Equal(2, app.Probe.MostInside);
        Assert.Equal(5, app.Probe.Seen.Count);
    }

    [Fact]
    public async Task The_lock_is_renewed_while_the_function_runs()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus);
        await bus.SendAsync("gate", new ServiceBusMessage("long"));
        await app.Probe.UntilAsync(_ => app.Host.Running == 1);
        for (var step = 0; step < 4; step++)
        {
            var calls = bus.Count("gate").Locked;
            bus.Clock.Advance(TimeSpan.FromSeconds(40));
            await app.Probe.UntilAsync(_ => LockedFor(bus) > TimeSpan.FromSeconds(45));
            Assert.Equal(1, calls);
        }

        app.Probe.Gate.SetResult();
        await app.IdleAsync();

        Assert.Equal(["gate 1"], app.Probe.Seen);
        Assert.Equal(default, bus.Count("gate"));
    }

    private static TimeSpan LockedFor(TestNamespace bus)
    {
        using var connection = StateFile.Open(bus.StateFile);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(locked_until) FROM sb_message";
        return new DateTimeOffset((long)command.ExecuteScalar()!, TimeSpan.Zero) - bus.Clock.GetUtcNow();
    }
}
