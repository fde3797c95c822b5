using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Tests.Processes;

/// <summary>An app with one function, which passes messages on and hangs at the first delivery of one that says so.</summary>
public sealed class Relay(IConfiguration configuration)
{
    public static IHost BuildApp(string file, string connection, TimeProvider clock)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ServiceBus"] = connection });
        builder.Services.AddSingleton(clock);
        builder.Services.Configure<LocalHostOptions>(options =>
        {
            options.Assemblies.Add(typeof(Relay).Assembly);
            options.Types = type => type == typeof(Relay);
            options.HttpPort = 0;
            options.StateFile = file;
        });
        return builder.Build();
    }

    [Function("Relay")]
    public async Task RunAsync([ServiceBusTrigger("work", Connection = "ServiceBus")] ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        await using var client = new ServiceBusClient(configuration["ServiceBus"]!);
        await client.CreateSender("done").SendMessageAsync(new ServiceBusMessage(message.Body) { MessageId = message.MessageId }, cancellationToken);
        Console.WriteLine($"{message.Body} {message.DeliveryCount}");
        if (message.Body.ToString() == "hang" && message.DeliveryCount == 1)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
