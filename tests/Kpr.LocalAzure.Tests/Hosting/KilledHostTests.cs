using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.Tests.Processes;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class KilledHostTests
{
    [Fact]
    public async Task After_kill_9_in_the_middle_of_a_function_another_host_goes_on_and_nothing_is_lost_or_done_twice()
    {
        await using var bus = new TestNamespace([.. Program.Options("").Queues]);
        await bus.SendAsync("work", new ServiceBusMessage("hang") { MessageId = "0" });
        await bus.Client.CreateSender("work").SendMessagesAsync(Enumerable.Range(1, 5).Select(i => new ServiceBusMessage("pass") { MessageId = $"{i}" }));
        using (var process = new WorkerProcess("host", bus.StateFile))
        {
            while (await process.ReadLineAsync() != "hang 1")
            {
                // The others pass.
            }

            await process.KillAsync();
        }

        await bus.ReopenAsync();
        Assert.NotEqual(0, bus.Count("work").Locked);
        using var app = Relay.BuildApp(bus.StateFile, bus.ConnectionString, bus.Clock);
        await app.StartAsync();
        bus.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Services.GetRequiredService<LocalFunctionsHost>().WhenIdleAsync(TestApp.Patience);
        await app.StopAsync();

        Assert.Equal(default, bus.Count("work"));
        var done = await bus.Client.CreateReceiver("done").ReceiveMessagesAsync(20);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], done.Select(message => message.MessageId).Order());
    }
}
