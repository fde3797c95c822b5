namespace Azure.Messaging.ServiceBus;

/// <summary>How the genuine client reaches the service; the local edition has one way and only keeps the value.</summary>
public enum ServiceBusTransportType
{
    /// <summary>AMQP over TCP.</summary>
    AmqpTcp = 0,

    /// <summary>AMQP over web sockets.</summary>
    AmqpWebSockets = 1,
}
