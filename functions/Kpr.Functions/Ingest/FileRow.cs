using Azure;
using Azure.Data.Tables;

namespace Kpr.Functions.Ingest;

/// <summary>The ledger's row of a file. Holds no content of the file.</summary>
public sealed class FileRow : ITableEntity
{
    /// <summary>Row key of every file row.</summary>
    public const string Row = "file";

    /// <summary>Key of the file.</summary>
    public string PartitionKey { get; set; } = "";

    /// <inheritdoc/>
    public string RowKey { get; set; } = Row;

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>Name of the blob in the inbox.</summary>
    public string BlobName { get; set; } = "";

    /// <summary>ETag of the blob's version, without quotes.</summary>
    public string BlobETag { get; set; } = "";

    /// <summary>How far the file has come.</summary>
    public FileState State { get; set; }

    /// <summary>When the file was first claimed.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Until when the receiver has the file to itself.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>When something last became of the file.</summary>
    public DateTimeOffset ProgressAt { get; set; }

    /// <summary>Number of chunks; known from <see cref="FileState.Sending"/> on.</summary>
    public int Chunks { get; set; }

    /// <summary>Id of the delivery; known from <see cref="FileState.Sending"/> on.</summary>
    public string Delivery { get; set; } = "";

    /// <summary>How often the file was driven on after it was stuck.</summary>
    public int Nudges { get; set; }

    /// <summary>Where the receipt is; empty until <see cref="FileState.Completed"/>.</summary>
    public string Receipt { get; set; } = "";

    /// <summary>Why the file failed or was refused; a fixed text, never content.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The file as the doors know it.</summary>
    public IncomingFile File() => new(BlobName, BlobETag);
}
