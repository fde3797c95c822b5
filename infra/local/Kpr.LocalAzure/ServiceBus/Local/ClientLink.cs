using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>The client that a sender or a receiver works through, until it is closed.</summary>
/// <param name="client">The client; null in a mock.</param>
internal sealed class ClientLink(ServiceBusClient? client)
{
    public bool IsClosed { get; private set; }

    public string FullyQualifiedNamespace => client?.FullyQualifiedNamespace ?? "";

    /// <exception cref="ObjectDisposedException">It is closed, or a mock.</exception>
    public ServiceBusClient ClientOf(object owner)
    {
        ObjectDisposedException.ThrowIf(IsClosed || client is null, owner);
        return client;
    }

    public Task CloseAsync()
    {
        IsClosed = true;
        return Task.CompletedTask;
    }
}
