namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is opened for reading.</summary>
/// <param name="allowModifications">True reads on when the blob is replaced in the meantime; false makes that 412.</param>
public class BlobOpenReadOptions(bool allowModifications)
{
    /// <summary>Where reading starts, in bytes from the start.</summary>
    public long Position { get; set; }

    /// <summary>Bytes asked for at a time; default 4 MiB.</summary>
    public int? BufferSize { get; set; }

    /// <summary>Conditions on the blob at opening.</summary>
    public BlobRequestConditions? Conditions { get; set; }

    internal bool AllowModifications => allowModifications;
}
