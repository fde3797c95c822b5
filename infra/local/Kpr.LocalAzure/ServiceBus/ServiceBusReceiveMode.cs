namespace Azure.Messaging.ServiceBus;

/// <summary>Whether a received message is locked until it is settled, or gone at once.</summary>
public enum ServiceBusReceiveMode
{
    /// <summary>Locked for the receiver, and redelivered when not settled in time.</summary>
    PeekLock = 0,

    /// <summary>Deleted as it is handed out.</summary>
    ReceiveAndDelete = 1,
}
