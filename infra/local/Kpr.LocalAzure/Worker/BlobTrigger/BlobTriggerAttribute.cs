using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function when a blob is new or has changed.</summary>
/// <param name="blobPath">Container and pattern of the name, <c>incoming/{feed}/{name}</c>.</param>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Container and pattern of the name.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the setting that says where the storage account is.</summary>
    public string? Connection { get; set; }

    /// <summary>How the trigger learns of blobs.</summary>
    public BlobTriggerSource Source { get; set; }
}
