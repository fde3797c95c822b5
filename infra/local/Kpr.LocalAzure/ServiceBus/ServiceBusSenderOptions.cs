namespace Azure.Messaging.ServiceBus;

/// <summary>Choices for a <see cref="ServiceBusSender"/>.</summary>
public class ServiceBusSenderOptions
{
    /// <summary>A name for this sender in logs; made up when null.</summary>
    public string? Identifier { get; set; }
}
