namespace Kpr.Functions.Azure;

/// <summary>What an app does with the blobs of a container, and so what its identity may do there.</summary>
[Flags]
public enum BlobRights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reads and lists.</summary>
    Read = 1,

    /// <summary>Writes new ones and over old ones.</summary>
    Write = 2,

    /// <summary>Deletes.</summary>
    Delete = 4,

    /// <summary>Sees what is there without reading it; reading includes it.</summary>
    List = 8,
}
