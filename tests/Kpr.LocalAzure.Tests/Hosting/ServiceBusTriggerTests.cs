using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.ServiceBus;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class ServiceBusTriggerTests
{
    private static readonly LocalQueue[] Queues =
    [
        new("auto") { LockDuration = TimeSpan.FromSeconds(60), MaxDeliveryCount = 3 },
        new("manual"),
        new("text"),
        new("gate") { LockDuration = TimeSpan.FromSeconds(60) },
        new("next"),
    ];

    [Fact]
    public async Task A_message_is_completed_when_its_function_returns()
    {
        await using var bus = new TestNamespace(Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus);
        await bus.SendAsync("auto", new ServiceBusMessage("x") { MessageId = "m" });
        await app.IdleAsync();

        Assert.Equal(["auto m 1"], app.Probe.Seen);
        Assert.Equal(default, bus.Count("auto"));
    }

    [Fact]
    public async Task A_message_whose_function_throws_comes_again_until_it_is_a_dead_letter_which_has_a_trigger_too()
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe { Behaviour = _ => throw new InvalidOperationException("always") };
        await using var app = await TestApp.StartAsync<Functions>(bus, probe: probe);
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
        await using var bus = new TestNamespace(Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus);
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
        await using var bus = new TestNamespace(Queues);
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
        await using var app = await TestApp.StartAsync<Functions>(bus, probe: probe);
        await bus.SendAsync("manual", new ServiceBusMessage("complete then throw"));
        await app.IdleAsync();

        Assert.Equal(["Complete"], settled);
    }

    [Fact]
    public async Task A_body_binds_as_text_and_marks_of_the_message_by_name()
    {
        await using var bus = new TestNamespace(Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus);
        await bus.SendAsync("text", new ServiceBusMessage("æ") { MessageId = "m", CorrelationId = "c" });
        await app.IdleAsync();

        Assert.Equal(["text æ m 1 c"], app.Probe.Seen);
    }

    [Fact]
    public async Task No_more_messages_are_handled_at_once_than_allowed()
    {
        await using var bus = new TestNamespace(Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus, options => options.MaxConcurrentCalls = 2);
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
        await using var bus = new TestNamespace(Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus);
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

    [Fact]
    public async Task A_stopped_run_settles_nothing_and_the_next_one_goes_on_after_the_lock()
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe { Behaviour = id => bus.SendAsync("next", new ServiceBusMessage("from " + id)) };
        await bus.SendAsync("auto", new ServiceBusMessage("x") { MessageId = "m" });
        await bus.ReopenAsync();
        bus.Io.StopAt(2, IoPhase.After);
        await using (var app = await TestApp.StartAsync<Functions>(bus, options => options.OneAtATime = true, probe: probe))
        {
            await app.Host.Stopped.WaitAsync(TestApp.Patience);
            Assert.Equal((0, 1, 1), ((int)bus.Count("auto").Active, (int)bus.Count("auto").Locked, (int)bus.Count("next").Active));
        }

        await bus.ReopenAsync();
        probe.Behaviour = _ => Task.CompletedTask;
        await using var again = await TestApp.StartAsync<Functions>(bus, probe: probe);
        bus.Clock.Advance(TimeSpan.FromSeconds(61));
        await again.IdleAsync();

        Assert.Equal(["auto m 1", "auto m 2"], probe.Seen);
        Assert.Equal(default, bus.Count("auto"));
    }

    [Fact]
    public async Task A_stop_that_the_function_swallows_ends_the_run_all_the_same()
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe
        {
            Behaviour = async _ =>
            {
                try
                {
                    await bus.SendAsync("next", new ServiceBusMessage("x"));
                }
                catch (IoStopException)
                {
                    // What a catch-all in a function would do.
                }
            },
        };
        await bus.SendAsync("auto", new ServiceBusMessage("x"));
        await bus.ReopenAsync();
        bus.Io.StopAt(2, IoPhase.Before);
        await using var app = await TestApp.StartAsync<Functions>(bus, probe: probe);
        await app.Host.Stopped.WaitAsync(TestApp.Patience);
        await app.Probe.UntilAsync(_ => app.Host.Running == 0);

        Assert.Equal((0, 1, 0), ((int)bus.Count("auto").Active, (int)bus.Count("auto").Locked, (int)bus.Count("next").Active));
    }

    [Fact]
    public async Task One_thing_at_a_time_makes_the_calls_of_a_run_the_same_every_time()
    {
        async Task<List<string>> RunAsync()
        {
            await using var bus = new TestNamespace(Queues);
            await bus.Client.CreateSender("auto").SendMessagesAsync(Enumerable.Range(0, 3).Select(i => new ServiceBusMessage("x") { MessageId = $"{i}" }));
            await bus.SendAsync("text", new ServiceBusMessage("x"));
            await bus.ReopenAsync();
            var calls = new List<string>();
            bus.Io.OnCall = (call, phase) => calls.Add($"{call.Number} {call.Operation} {call.Target} {phase}");
            var probe = new Probe { Behaviour = id => bus.SendAsync("manual", new ServiceBusMessage("complete")) };
            await using var app = await TestApp.StartAsync<Functions>(bus, options => options.OneAtATime = true, probe: probe);
            await app.IdleAsync();
            return calls;
        }

        var first = await RunAsync();

        Assert.Equal(2 * (3 * 5 + 2), first.Count);
        Assert.Equal(first, await RunAsync());
        Assert.Equal(first, await RunAsync());
    }

    [Fact]
    public async Task Stopping_waits_for_what_runs()
    {
        await using var bus = new TestNamespace(Queues);
        var app = await TestApp.StartAsync<Functions>(bus);
        await bus.SendAsync("gate", new ServiceBusMessage("x"));
        await app.Probe.UntilAsync(_ => app.Host.Running == 1);
        var stopping = app.DisposeAsync();
        Assert.False(stopping.IsCompleted);
        app.Probe.Gate.SetResult();
        await stopping;

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

    public sealed class Functions(Probe probe)
    {
        [Function("Auto")]
        public async Task Auto([ServiceBusTrigger("%AutoQueue%", Connection = "ServiceBus")] ServiceBusReceivedMessage message)
        {
            probe.Tell($"auto {message.MessageId} {message.DeliveryCount}");
            await probe.Behaviour(message.MessageId);
        }

        [Function("Dead")]
        public void Dead([ServiceBusTrigger("auto/$deadletterqueue")] ServiceBusReceivedMessage message) =>
            probe.Tell($"dead {message.MessageId} {message.DeadLetterReason}");

        [Function("Manual")]
        public async Task Manual(
            [ServiceBusTrigger("manual", AutoCompleteMessages = false)] ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken cancellationToken)
        {
            var what = message.Body.ToString();
            probe.Tell($"manual {what}");
            await (what.Split(' ')[0] switch
            {
                "complete" => actions.CompleteMessageAsync(message, cancellationToken),
                "dead" => actions.DeadLetterMessageAsync(message, deadLetterReason: "Reason", cancellationToken: cancellationToken),
                _ => Task.CompletedTask,
            });
            if (what.EndsWith("throw", StringComparison.Ordinal))
            {
                await probe.Behaviour(what);
            }
        }

        [Function("Text")]
        public void Text([ServiceBusTrigger("text")] string body, string messageId, int deliveryCount, string correlationId) =>
            probe.Tell($"text {body} {messageId} {deliveryCount} {correlationId}");

        [Function("Gate")]
        public async Task Gate([ServiceBusTrigger("gate")] ServiceBusReceivedMessage message, CancellationToken cancellationToken)
        {
            await probe.PassAsync(cancellationToken);
            probe.Tell($"gate {message.DeliveryCount}");
        }
    }
}
