namespace Azure.Storage.Blobs.Models;

/// <summary>What anybody may read of a container without credentials.</summary>
public enum PublicAccessType
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The list of blobs, and the blobs.</summary>
    BlobContainer,

    /// <summary>The blobs whose names one knows.</summary>
    Blob,
}
