namespace Azure.Storage.Blobs.Models;

/// <summary>The kinds of blob.</summary>
public enum BlobType
{
    /// <summary>Written whole, or as blocks that are committed together.</summary>
    Block,

    /// <summary>Written in pages.</summary>
    Page,

    /// <summary>Only ever added to.</summary>
    Append,
}
