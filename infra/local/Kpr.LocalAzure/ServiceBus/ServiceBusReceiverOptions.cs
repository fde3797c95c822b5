namespace Azure.Messaging.ServiceBus;

/// <summary>Choices for a <see cref="ServiceBusReceiver"/>.</summary>
public class ServiceBusReceiverOptions
{
    /// <summary>Lock and settle, or delete at once.</summary>
    public ServiceBusReceiveMode ReceiveMode { get; set; }

    /// <summary>The queue or its dead letters.</summary>
    public SubQueue SubQueue { get; set; }

    /// <summary>A name for this receiver in logs; made up when null.</summary>
    public string? Identifier { get; set; }
}
