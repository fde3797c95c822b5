namespace Azure.Storage.Blobs.Models;

/// <summary>How a block is appended.</summary>
public class AppendBlobAppendBlockOptions
{
    /// <summary>Conditions on the blob as it is before.</summary>
    public AppendBlobRequestConditions? Conditions { get; set; }
}
