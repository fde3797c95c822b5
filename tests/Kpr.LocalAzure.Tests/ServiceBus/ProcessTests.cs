using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.ServiceBus;
using Kpr.LocalAzure.Tests.Processes;

namespace Kpr.LocalAzure.Tests.ServiceBus;

public sealed class ProcessTests
{
    private static readonly LocalQueue Queue = Program.Options("").Queues.First();

    [Fact]
    public async Task Messages_survive_the_file_being_closed_and_opened()
    {
        await using var bus = new TestNamespace(Queue with { DuplicateDetectionWindow = TimeSpan.FromHours(1) });
        await bus.SendAsync("work", new ServiceBusMessage("x") { MessageId = "m" });
        await bus.ReopenAsync();
        await bus.SendAsync("work", new ServiceBusMessage("y") { MessageId = "m" });

        Assert.Equal("x", (await bus.Client.CreateReceiver("work").TakeAsync())!.Body.ToString());
        Assert.Null(await bus.Client.CreateReceiver("work").TakeAsync());
    }

    [Fact]
    public async Task Receivers_at_once_never_get_the_same_message()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.Client.CreateSender("work").SendMessagesAsync(Enumerable.Range(0, 200).Select(i => new ServiceBusMessage("x") { MessageId = $"{i}" }));

        var received = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var receiver = bus.Client.CreateReceiver("work");
            var mine = new List<string>();
            while (await receiver.TakeAsync() is { } message)
            {
                mine.Add(message.MessageId);
                await Task.Yield();
                await receiver.CompleteMessageAsync(message);
            }

            return mine;
        })));

        Assert.Equal(200, received.Sum(list => list.Count));
        Assert.Equal(200, received.SelectMany(list => list).Distinct().Count());
    }

    [Fact]
    public async Task Processes_on_one_file_share_the_work_without_handing_a_message_out_twice()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.Client.CreateSender("work").SendMessagesAsync(Enumerable.Range(0, 400).Select(i => new ServiceBusMessage("x") { MessageId = $"{i}" }));
        using var one = new WorkerProcess("drain", bus.StateFile);
        using var two = new WorkerProcess("drain", bus.StateFile);
        Assert.Equal("ready", await one.ReadLineAsync());
        Assert.Equal("ready", await two.ReadLineAsync());

        var received = await Task.WhenAll(one.BeginAndReadAllAsync(), two.BeginAndReadAllAsync());

        Assert.Equal(400, received.Sum(list => list.Length));
        Assert.Equal(400, received.SelectMany(list => list).Distinct().Count());
        Assert.Equal(default, bus.Count("work"));
    }

    [Fact]
    public async Task What_a_killed_process_held_comes_again_and_nothing_is_lost()
    {
        await using var bus = new TestNamespace(Queue);
        await bus.Client.CreateSender("work").SendMessagesAsync(Enumerable.Range(0, 10).Select(i => new ServiceBusMessage("x") { MessageId = $"{i}" }));
        var held = new List<string>();
        using (var worker = new WorkerProcess("hold", bus.StateFile, "3"))
        {
            for (var i = 0; i < 3; i++)
            {
                held.Add(await worker.ReadLineAsync());
            }

            await worker.KillAsync();
        }

        await bus.ReopenAsync();
        Assert.Equal((7, 3), ((int)bus.Count("work").Active, (int)bus.Count("work").Locked));
        bus.Clock.Advance(Queue.LockDuration);
        var received = await bus.Client.CreateReceiver("work").ReceiveMessagesAsync(20);

        Assert.Equal(10, received.Count);
        Assert.Equal(held.Order(), received.Where(message => message.DeliveryCount == 2).Select(message => message.MessageId).Order());
    }
}
