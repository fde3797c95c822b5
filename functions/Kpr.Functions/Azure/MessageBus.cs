using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Azure;

/// <summary>Sends messages. A message id says what the message is about, so that sending it again does no harm; a property carries the trace.</summary>
/// <param name="client">The namespace.</param>
public sealed class MessageBus(ServiceBusClient client) : IAsyncDisposable
{
    private const int BatchLength = 100;

    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new(StringComparer.Ordinal);

    /// <summary>The namespace that the settings name.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static MessageBus From(IConfiguration configuration) => new(
        configuration["ServiceBus"] is { Length: > 0 } connection ? new ServiceBusClient(connection)
        : configuration["ServiceBus:fullyQualifiedNamespace"] is { } address
            ? new ServiceBusClient(address, new ManagedIdentityCredential(
                configuration["ServiceBus:clientId"] is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned))
        : throw new InvalidOperationException("Neither setting ServiceBus nor ServiceBus__fullyQualifiedNamespace is there: the namespace is not known."));

    /// <summary>A message with a JSON body.</summary>
    public static ServiceBusMessage Message<T>(string id, T body, JsonTypeInfo<T> form) =>
        new(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(body, form))) { MessageId = id, ContentType = "application/json" };

    /// <summary>Sends one message.</summary>
    public Task SendAsync(string queue, ServiceBusMessage message, CancellationToken cancellationToken) =>
        Sender(queue).SendMessageAsync(Tracing.Stamp(message), cancellationToken);

    /// <summary>Sends many messages, a hundred at a time; small messages only.</summary>
    public async Task SendAsync(string queue, IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var batch in messages.Chunk(BatchLength))
        {
            await Sender(queue).SendMessagesAsync(batch.Select(message => Tracing.Stamp(message)), cancellationToken);
        }
    }

    /// <summary>Looks into a queue, changing nothing: that shows that it is there and may be heard.</summary>
    public async Task PeekAsync(string queue, CancellationToken cancellationToken)
    {
        await using var receiver = client.CreateReceiver(queue);
        await receiver.PeekMessageAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Opens the way to a queue, sending nothing: that shows that it is there and may be sent to.</summary>
    public async Task OpenAsync(string queue, CancellationToken cancellationToken)
    {
        using var batch = await Sender(queue).CreateMessageBatchAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await client.DisposeAsync();

    private ServiceBusSender Sender(string queue) => _senders.GetOrAdd(queue, client.CreateSender);
}
