namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options.</summary>
    /// <param name="InstanceId">The id of the instance; 32 hexadecimal digits are made when null.</param>
    /// <param name="StartAt">When it starts; at once when null.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id of the instance; 32 hexadecimal digits are made when null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it starts; at once when null.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Marks, given back with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The version the orchestrator sees.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Statuses of an existing instance of the same id that forbid the start, beside running, pending and suspended.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
