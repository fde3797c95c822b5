namespace Microsoft.Azure.Functions.Worker;

/// <summary>How a blob trigger learns of blobs.</summary>
public enum BlobTriggerSource
{
    /// <summary>By listing the container.</summary>
    LogsAndContainerScan = 0,

    /// <summary>By events; on one machine listing stands in.</summary>
    EventGrid = 1,
}
