using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>An instance as it stands in the file.</summary>
internal sealed record InstanceRow(string Id, string Execution, string Name, Phase Phase, OrchestrationRuntimeStatus Status, DateTime Created, DateTime Updated)
{
    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public string? Tags { get; init; }
}
