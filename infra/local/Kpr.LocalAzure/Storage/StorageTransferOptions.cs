namespace Azure.Storage;

/// <summary>How a large upload is cut.</summary>
public struct StorageTransferOptions
{
    /// <summary>Most bytes of one block; default 4 MiB, or 8 MiB from 100 MiB of content.</summary>
    public long? MaximumTransferSize { get; set; }

    /// <summary>Content shorter than this goes in one request; default 256 MiB.</summary>
    public long? InitialTransferSize { get; set; }
}
