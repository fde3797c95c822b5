using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Ingest;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Extracts.Triggers;

/// <summary>Hears that an extract was ordered, released or withdrawn, and begins what follows from its state.</summary>
/// <param name="delivery">Handles messages.</param>
/// <param name="begin">Begins flows.</param>
/// <param name="certificates">The register's certificates.</param>
public sealed class PrepareExtract(MessageDelivery delivery, BeginExtract begin, RegisterCertificates certificates)
{
    /// <summary>Begins.</summary>
    [Function(nameof(PrepareExtract))]
    public Task Run(
        [ServiceBusTrigger(Queues.PrepareExtract, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(Queues.PrepareExtract, message, actions, ExtractMessageJson.Default.ExtractMessage, async (about, token) =>
        {
            (await certificates.EnsureAsync(token)).Dispose();
            await begin.RunAsync(client, about.Id, token);
        }, cancellationToken);
}
