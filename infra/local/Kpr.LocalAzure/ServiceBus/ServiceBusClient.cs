using Azure.Core;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.ServiceBus;

namespace Azure.Messaging.ServiceBus;

/// <summary>The door to a namespace. The local edition opens namespaces registered with <see cref="LocalNamespace"/>.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    /// <summary>For mocks.</summary>
    protected ServiceBusClient()
    {
        FullyQualifiedNamespace = "";
        Identifier = "";
        Io = IoSwitch.Of("");
    }

    /// <summary>Opens the namespace of a connection string.</summary>
    /// <exception cref="FormatException">The connection string is malformed.</exception>
    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    /// <summary>Opens the namespace of a connection string.</summary>
    /// <exception cref="FormatException">The connection string is malformed.</exception>
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
        : this(options, ConnectionText.HostOf(connectionString))
    {
    }

    /// <summary>Opens a namespace by its host name; the local edition does not ask the credential.</summary>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    /// <summary>Opens a namespace by its host name; the local edition does not ask the credential.</summary>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
        : this(options, fullyQualifiedNamespace)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullyQualifiedNamespace);
        ArgumentNullException.ThrowIfNull(credential);
    }

    private ServiceBusClient(ServiceBusClientOptions? options, string host)
    {
        FullyQualifiedNamespace = host;
        TransportType = options?.TransportType ?? ServiceBusTransportType.AmqpTcp;
        Identifier = options?.Identifier ?? $"{host}-{Guid.NewGuid():N}";

        // Taken once: a client of a stopped run stays stopped even when its scope gets a fresh switch.
        Io = IoSwitch.Of(host);
    }

    /// <summary>Host name of the namespace.</summary>
    public virtual string FullyQualifiedNamespace { get; }

    /// <summary>Whether the client has been disposed.</summary>
    public virtual bool IsClosed { get; private set; }

    /// <summary>A name for this client in logs.</summary>
    public virtual string Identifier { get; }

    /// <summary>How the genuine client reaches the service.</summary>
    public ServiceBusTransportType TransportType { get; }

    internal IoSwitch Io { get; }

    internal QueueStore Store
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return LocalNamespace.Of(FullyQualifiedNamespace).Store;
        }
    }

    /// <summary>A sender to a queue.</summary>
    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(this, queueOrTopicName, new ServiceBusSenderOptions());

    /// <summary>A sender to a queue.</summary>
    public virtual ServiceBusSender CreateSender(string queueOrTopicName, ServiceBusSenderOptions options) => new(this, queueOrTopicName, options);

    /// <summary>A receiver of a queue; the name may end in <c>/$deadletterqueue</c>.</summary>
    public virtual ServiceBusReceiver CreateReceiver(string queueName) => new(this, queueName, new ServiceBusReceiverOptions());

    /// <summary>A receiver of a queue.</summary>
    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => new(this, queueName, options);

    /// <summary>Closes the client.</summary>
    public virtual ValueTask DisposeAsync()
    {
        IsClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
