using Azure;
using Azure.Data.Tables;
using Kpr.Core.Identity;
using Kpr.Core.Judging;

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

    /// <summary>The files beside a manifest, as they lay there when it was claimed: name and ETag, one a line; empty elsewhere.</summary>
    public string Parts { get; set; } = "";

    /// <summary>Name of the blob in the inbox; without identity numbers once the blob is dealt with.</summary>
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

    /// <summary>Whether the file has come before (F08); known from <see cref="FileState.Sending"/> on.</summary>
    public Replay Seen { get; set; }

    /// <summary>Key of the file that came first; empty when this is it.</summary>
    public string First { get; set; } = "";

    /// <summary>Version of the reference data in force when the file was claimed: all of it is judged by that set.</summary>
    public string ReferenceData { get; set; } = "";

    /// <summary>How often the file was driven on; makes the ids of such messages differ.</summary>
    public int Nudges { get; set; }

    /// <summary>How often the sweeper drove the file on since it was received or replayed.</summary>
    public int Sweeps { get; set; }

    /// <summary>Number of judged chunks that the sweeper last saw.</summary>
    public int ChunksSeen { get; set; }

    /// <summary>Where the receipt is; empty until <see cref="FileState.AwaitsCounterpart"/>, <see cref="FileState.AwaitsReview"/> or <see cref="FileState.Completed"/>.</summary>
    public string Receipt { get; set; } = "";

    /// <summary>Key of the file with the other shipment of the annual report; empty when there is none.</summary>
    public string Counterpart { get; set; } = "";

    /// <summary>Since when the file is held; null when it never was.</summary>
    public DateTimeOffset? HeldAt { get; set; }

    /// <summary>What was decided of the file when it was held for review.</summary>
    public Review Review { get; set; }

    /// <summary>How often the sender was reminded of what is missing.</summary>
    public int Reminders { get; set; }

    /// <summary>Why the file failed or was refused; a fixed text, never content.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The W3C context of the span that received the file; empty when nothing was traced. Whatever drives the file on continues it.</summary>
    public string Trace { get; set; } = "";

    /// <summary>The file as the doors know it; not after <see cref="Close"/>.</summary>
    public IncomingFile File() => new(BlobName, BlobETag);

    /// <summary>Whether the file is judged, answered and held.</summary>
    public bool IsOnHold => State is FileState.AwaitsCounterpart or FileState.AwaitsReview;

    /// <summary>Name of the feed; <c>unknown</c> where the address names none.</summary>
    public string FeedName() => File().TryAddress(out _)?.Feed.Name ?? "unknown";

    /// <summary>Whether somebody is receiving the file and has it to himself.</summary>
    public bool IsHeld(DateTimeOffset now) => State is FileState.Receiving or FileState.Sending && LeaseUntil > now;

    /// <summary>Ends the work on the file. A name that its sender chose must not keep an identity number in the ledger.</summary>
    public void Close(FileState state, DateTimeOffset now)
    {
        State = state;
        ProgressAt = now;
        BlobName = IdentityMask.Apply(BlobName);
        Parts = "";
    }
}
