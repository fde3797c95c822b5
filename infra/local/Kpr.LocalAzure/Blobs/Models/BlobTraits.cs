namespace Azure.Storage.Blobs.Models;

/// <summary>What a listing tells of each blob beside its properties.</summary>
[Flags]
public enum BlobTraits
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Its metadata.</summary>
    Metadata = 2,
}
