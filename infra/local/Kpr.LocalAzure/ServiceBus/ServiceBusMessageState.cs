namespace Azure.Messaging.ServiceBus;

/// <summary>What a message waits for.</summary>
public enum ServiceBusMessageState
{
    /// <summary>Ready to be received, or locked by a receiver.</summary>
    Active = 0,

    /// <summary>Set aside; received by its sequence number only.</summary>
    Deferred = 1,

    /// <summary>Waiting for its enqueue time.</summary>
    Scheduled = 2,
}
