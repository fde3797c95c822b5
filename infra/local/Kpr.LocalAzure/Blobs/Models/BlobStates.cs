namespace Azure.Storage.Blobs.Models;

/// <summary>Which blobs beside the ordinary ones a listing holds.</summary>
[Flags]
public enum BlobStates
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Blobs of which there are only uncommitted blocks.</summary>
    Uncommitted = 2,
}
