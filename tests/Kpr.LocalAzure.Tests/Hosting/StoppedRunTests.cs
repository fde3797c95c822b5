using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Tests.ServiceBus;

namespace Kpr.LocalAzure.Tests.Hosting;

/// <summary>A run that is stopped, at a call or in good order, and runs that do one thing at a time.</summary>
public sealed class StoppedRunTests
{
    [Fact]
    public async Task A_stopped_run_settles_nothing_and_the_next_one_goes_on_after_the_lock()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        var probe = new Probe { Behaviour = id => bus.SendAsync("next", new ServiceBusMessage("from " + id)) };
        await bus.SendAsync("auto", new ServiceBusMessage("x") { MessageId = "m" });
        await bus.ReopenAsync();
        bus.Io.StopAt(2, IoPhase.After);
        await using (var app = await TestApp.StartAsync<QueueFunctions>(bus, options => options.OneAtATime = true, probe: probe))
        {
            await app.Host.Stopped.WaitAsync(TestApp.Patience);
            Assert.Equal((0, 1, 1), ((int)bus.Count("auto").Active, (int)bus.Count("auto").Locked, (int)bus.Count("next").Active));
        }

        await bus.ReopenAsync();
        probe.Behaviour = _ => Task.CompletedTask;
        await using var again = await TestApp.StartAsync<QueueFunctions>(bus, probe: probe);
        bus.Clock.Advance(TimeSpan.FromSeconds(61));
        await again.IdleAsync();

        Assert.Equal(["auto m 1", "auto m 2"], probe.Seen);
        Assert.Equal(default, bus.Count("auto"));
    }

    [Fact]
    public async Task A_stop_that_the_function_swallows_ends_the_run_all_the_same()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
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
        await using var app = await TestApp.StartAsync<QueueFunctions>(bus, probe: probe);
        await app.Host.Stopped.WaitAsync(TestApp.Patience);
        await app.Probe.UntilAsync(_ => app.Host.Running == 0);

        Assert.Equal((0, 1, 0), ((int)bus.Count("auto").Active, (int)bus.Count("auto").Locked, (int)bus.Count("next").Active));
    }

    [Fact]
    public async Task One_thing_at_a_time_makes_the_calls_of_a_run_the_same_every_time()
    {
        async Task<List<string>> RunAsync()
        {
            await using var bus = new TestNamespace(QueueFunctions.Queues);
            await bus.Client.CreateSender("auto").SendMessagesAsync(Enumerable.Range(0, 3).Select(i => new ServiceBusMessage("x") { MessageId = $"{i}" }));
            await bus.SendAsync("text", new ServiceBusMessage("x"));
            await bus.ReopenAsync();
            var calls = new List<string>();
            bus.Io.OnCall = (call, phase) => calls.Add($"{call.Number} {call.Operation} {call.Target} {phase}");
            var probe = new Probe { Behaviour = id => bus.SendAsync("manual", new ServiceBusMessage("complete")) };
            await using var app = await TestApp.StartAsync<QueueFunctions>(bus, options => options.OneAtATime = true, probe: probe);
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
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        var app = await TestApp.StartAsync<QueueFunctions>(bus);
        await bus.SendAsync("gate", new ServiceBusMessage("x"));
        await app.Probe.UntilAsync(_ => app.Host.Running == 1);
        var stopping = app.DisposeAsync();
        Assert.False(stopping.IsCompleted);
        app.Probe.Gate.SetResult();
        await stopping;

        Assert.Equal(["gate 1"], app.Probe.Seen);
        Assert.Equal(default, bus.Count("gate"));
    }
}
