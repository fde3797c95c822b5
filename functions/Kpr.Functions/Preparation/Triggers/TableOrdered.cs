using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Triggers;

/// <summary>Begins the flow of a table that was ordered. Its id follows from the table's, so that an order told twice is counted once.</summary>
public sealed class TableOrdered(MessageDelivery delivery)
{
    /// <summary>Begins the flow.</summary>
    [Function(nameof(TableOrdered))]
    public Task Run(
        [ServiceBusTrigger(Queues.OrderTable, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(Queues.OrderTable, message, actions, TableMessageJson.Default.TableMessage, async (order, token) =>
        {
            if (await client.GetInstanceAsync(TableFlow.Of(order.Id), token) is null)
            {
                await client.ScheduleNewOrchestrationInstanceAsync(TableFlow.Name, order.Id, new StartOrchestrationOptions(TableFlow.Of(order.Id)), token);
            }
        }, cancellationToken);
}
