using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.ServiceBus;
using Kpr.LocalAzure.Tests.Durable;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Extensions.Hosting;

namespace Kpr.LocalAzure.Tests.Processes;

/// <summary>What the test assembly does when started as a process: <c>drain FILE</c>, <c>hold FILE COUNT</c>, <c>host FILE</c> or <c>durable FILE</c>.</summary>
internal static class Program
{
    public const string Queue = "work";

    public static LocalNamespaceOptions Options(string file, TimeProvider? clock = null) => new()
    {
        StateFile = file,
        Clock = clock ?? TimeProvider.System,
        Queues = [new LocalQueue(Queue) { LockDuration = TimeSpan.FromMinutes(1) }, new LocalQueue("done") { DuplicateDetectionWindow = TimeSpan.FromHours(1) }],
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var mode, var file, ..])
        {
            return 2;
        }

        if (mode == "durable")
        {
            await DurableApp.Build(typeof(CrashFlows), file, TimeProvider.System, new Probe()).RunAsync();
            return 0;
        }

        using var local = LocalNamespace.Register("worker.servicebus.local", Options(file));
        if (mode == "host")
        {
            await Relay.BuildApp(file, LocalNamespace.ConnectionString("worker"), TimeProvider.System).RunAsync();
            return 0;
        }

        await using var client = new ServiceBusClient(LocalNamespace.ConnectionString("worker"));
        await using var receiver = client.CreateReceiver(Queue);
        if (mode == "hold")
        {
            for (var i = 0; i < int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture); i++)
            {
                Console.WriteLine((await receiver.ReceiveMessageAsync())!.MessageId);
            }

            await Task.Delay(Timeout.Infinite);
        }

        // Says that it is up and begins on a word, so that two processes really compete.
        Console.WriteLine("ready");
        Console.ReadLine();
        while (await receiver.ReceiveMessageAsync(TimeSpan.FromMilliseconds(300)) is { } message)
        {
            Console.WriteLine(message.MessageId);
            await receiver.CompleteMessageAsync(message);
        }

        return 0;
    }
}
