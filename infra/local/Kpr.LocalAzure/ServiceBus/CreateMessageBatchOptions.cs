namespace Azure.Messaging.ServiceBus;

/// <summary>Choices for a batch.</summary>
public class CreateMessageBatchOptions
{
    /// <summary>The most a batch may hold, in bytes; null for as much as the service takes.</summary>
    public long? MaxSizeInBytes { get; set; }
}
