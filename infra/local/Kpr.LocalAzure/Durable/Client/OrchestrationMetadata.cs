using Kpr.LocalAzure.Durable;

namespace Microsoft.DurableTask.Client;

/// <summary>What is known of an instance.</summary>
/// <param name="name">The orchestration's name.</param>
/// <param name="instanceId">The instance.</param>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    /// <summary>The orchestration's name.</summary>
    public string Name { get; } = name;

    /// <summary>The instance.</summary>
    public string InstanceId { get; } = instanceId;

    /// <summary>Where it stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>Its input as JSON; null unless asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>Its output as JSON, or the text of its failure; null unless asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>Its custom status as JSON; null unless asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>How it failed. Always null, as on the storage backend: the text is in <see cref="SerializedOutput"/>.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>Marks given at the start.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>Whether it has ended, in whatever way.</summary>
    public bool IsCompleted => RuntimeStatus is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    internal bool HasInputsAndOutputs { get; init; }

    /// <summary>The input.</summary>
    /// <exception cref="InvalidOperationException">It was not asked for.</exception>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput, nameof(ReadInputAs), "input");

    /// <summary>The output.</summary>
    /// <exception cref="InvalidOperationException">It was not asked for.</exception>
    /// <exception cref="System.Text.Json.JsonException">The instance failed: the output is text.</exception>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput, nameof(ReadOutputAs), "output");

    /// <summary>The custom status.</summary>
    /// <exception cref="InvalidOperationException">It was not asked for.</exception>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus, nameof(ReadCustomStatusAs), "input");

    /// <inheritdoc/>
    public override string ToString() => $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}]";

    private T? Read<T>(string? json, string method, string what) => HasInputsAndOutputs
        ? Payload.Read<T>(json)
        : throw new InvalidOperationException($"The {method} method can only be used on {nameof(OrchestrationMetadata)} objects that are fetched with the option to include {what} data.");
}
