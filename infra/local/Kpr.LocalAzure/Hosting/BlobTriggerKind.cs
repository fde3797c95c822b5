using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Blob triggers and event routes: one listing a container, for all who want to know.</summary>
internal sealed class BlobTriggerKind(SettingNames settings, HostLedger ledger, ILogger<LocalFunctionsHost> log) : ITriggerKind
{
    private const string UsualStorage = "AzureWebJobsStorage";

    public IEnumerable<ITriggerListener> Listen(IReadOnlyList<FunctionDescriptor> functions, LocalFunctionsHost host)
    {
        var containers = new SortedDictionary<(string Connection, string Container), BlobListener>();
        foreach (var route in host.Options.BlobEvents)
        {
            var queue = settings.Resolve(route.Queue);
            var bus = new ServiceBusClient(settings.Connection(route.QueueConnection, "ServiceBus"));
            var listener = Listener(route.StorageConnection, settings.Resolve(route.Container));
            listener.Add(new BlobEvents(route, queue, listener.Container, bus.CreateSender(queue), log), route.Prefix);
        }

        foreach (var function in functions)
        {
            if (function.Trigger is BlobTriggerAttribute trigger)
            {
                var pattern = BlobPattern.Parse(settings.Resolve(trigger.BlobPath));
                var listener = Listener(trigger.Connection, pattern.Container);
                listener.Add(new BlobFunction(function, pattern, listener.Container, host.Runner, host.Options.MaxBlobDequeueCount), pattern.Prefix);
            }
        }

        return containers.Values;

        BlobListener Listener(string? connectionName, string container)
        {
            var connection = settings.Connection(connectionName, UsualStorage);
            if (!containers.TryGetValue((connection, container), out var listener))
            {
                listener = new BlobListener(new BlobServiceClient(connection).GetBlobContainerClient(container), ledger, host, log);
                containers[(connection, container)] = listener;
            }

            return listener;
        }
    }
}
