using System.Collections.Concurrent;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>
/// A Service Bus namespace on this machine: queues kept in one SQLite file. A client finds it by the host name in
/// its connection string, so it must be registered before the first operation.
/// </summary>
public sealed class LocalNamespace : IDisposable
{
    private static readonly ConcurrentDictionary<string, LocalNamespace> Registered = new(StringComparer.OrdinalIgnoreCase);

    private LocalNamespace(string host, LocalNamespaceOptions options)
    {
        Host = host;
        Options = options;
        Store = new QueueStore(options);
    }

    /// <summary>Host name, for example <c>kpr.servicebus.local</c>.</summary>
    public string Host { get; }

    /// <summary>What it was registered with.</summary>
    public LocalNamespaceOptions Options { get; }

    internal QueueStore Store { get; }

    /// <summary>Makes a namespace known under a host name, in place of an earlier one of that name.</summary>
    /// <returns>The namespace; disposing it ends the registration.</returns>
    public static LocalNamespace Register(string host, LocalNamespaceOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        ArgumentNullException.ThrowIfNull(options);
        var registered = new LocalNamespace(host, options);
        if (Registered.TryGetValue(host, out var earlier))
        {
            earlier.Dispose();
        }

        Registered[host] = registered;
        return registered;
    }

    /// <summary>The namespace of a host name.</summary>
    /// <exception cref="InvalidOperationException">No namespace is registered under it.</exception>
    public static LocalNamespace Of(string host) => Registered.TryGetValue(host, out var found)
        ? found
        : throw new InvalidOperationException(
            $"No local Service Bus namespace is registered for host '{host}'. Call LocalNamespace.Register first. (This build has the local editions of the Azure libraries, which reach this machine only.)");

    /// <summary>The connection string of a namespace, for example of <c>kpr</c> for host <c>kpr.servicebus.local</c>.</summary>
    public static string ConnectionString(string name) =>
        $"Endpoint=sb://{name}.servicebus.local/;SharedAccessKeyName=local;SharedAccessKey=bG9jYWw=;UseDevelopmentEmulator=true";

    /// <summary>How many messages a queue holds, by what they wait for.</summary>
    /// <exception cref="Azure.Messaging.ServiceBus.ServiceBusException">The queue does not exist.</exception>
    public QueueCounts Count(string queue) => Store.Count(queue);

    /// <summary>Ends the registration and closes the file.</summary>
    public void Dispose()
    {
        Registered.TryRemove(new KeyValuePair<string, LocalNamespace>(Host, this));
        Store.Dispose();
    }
}
