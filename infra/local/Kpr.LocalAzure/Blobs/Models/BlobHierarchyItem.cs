namespace Azure.Storage.Blobs.Models;

/// <summary>A blob, or the common beginning of several, in a listing by hierarchy.</summary>
public class BlobHierarchyItem
{
    internal BlobHierarchyItem(string? prefix, BlobItem? blob) => (Prefix, Blob) = (prefix, blob);

    /// <summary>The common beginning, ending with the delimiter; null for a blob.</summary>
    public string? Prefix { get; }

    /// <summary>The blob; null for a prefix.</summary>
    public BlobItem? Blob { get; }

    /// <summary>Whether this is a prefix.</summary>
    public bool IsPrefix => Prefix is not null;

    /// <summary>Whether this is a blob.</summary>
    public bool IsBlob => Blob is not null;
}
