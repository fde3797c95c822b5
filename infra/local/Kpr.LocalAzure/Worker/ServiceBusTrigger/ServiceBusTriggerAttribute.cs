using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function by a message of a queue.</summary>
/// <param name="queueName">Name of the queue; may end in <c>/$deadletterqueue</c>.</param>
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>Name of the queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>Name of the setting that says where the namespace is.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether a message is completed when the function returns without having settled it.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}
