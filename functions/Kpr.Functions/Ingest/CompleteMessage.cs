using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>A file to complete.</summary>
/// <param name="File">Key of the file.</param>
public sealed record CompleteMessage(string File) : IAboutFile
{
    /// <summary>The message as it is sent.</summary>
    public ServiceBusMessage ToMessage() => MessageBus.Message($"{File}-complete", this, IngestJson.Default.CompleteMessage);
}
