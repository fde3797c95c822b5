namespace Microsoft.Azure.Functions.Worker;

/// <summary>Last and next run of a schedule.</summary>
public class ScheduleStatus
{
    /// <summary>The run before this one.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence this run is for.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was last written down.</summary>
    public DateTime LastUpdated { get; set; }
}
