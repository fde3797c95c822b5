using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Service Bus triggers: one listener a function, one client a connection.</summary>
internal sealed class ServiceBusTriggerKind(SettingNames settings, TimeProvider clock, ILogger<LocalFunctionsHost> log) : ITriggerKind
{
    public IEnumerable<ITriggerListener> Listen(IReadOnlyList<FunctionDescriptor> functions, LocalFunctionsHost host)
    {
        var clients = new Dictionary<string, ServiceBusClient>(StringComparer.Ordinal);
        foreach (var function in functions)
        {
            if (function.Trigger is ServiceBusTriggerAttribute trigger)
            {
                var connection = settings.Connection(trigger.Connection, "ServiceBus");
                if (!clients.TryGetValue(connection, out var client))
                {
                    clients[connection] = client = new ServiceBusClient(connection);
                }

                yield return new ServiceBusListener(function, trigger, client, settings.Resolve(trigger.QueueName), host, clock, log);
            }
        }
    }
}
