namespace Azure.Messaging.ServiceBus;

/// <summary>Choices for a <see cref="ServiceBusClient"/>.</summary>
public class ServiceBusClientOptions
{
    /// <summary>How the genuine client reaches the service.</summary>
    public ServiceBusTransportType TransportType { get; set; }

    /// <summary>A name for this client in logs; made up when null.</summary>
    public string? Identifier { get; set; }
}
