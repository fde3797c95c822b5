namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions on which something is appended to a blob.</summary>
public class AppendBlobRequestConditions : BlobRequestConditions
{
    /// <summary>The blob must be this long, in bytes, before the block is added; else 412 AppendPositionConditionNotMet.</summary>
    public long? IfAppendPositionEqual { get; set; }
}
