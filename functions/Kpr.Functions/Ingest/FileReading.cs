using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Judging;
using Kpr.Core.Register;

namespace Kpr.Functions.Ingest;

/// <summary>What reading a file told, for those who judge and complete it. Written once: the first reading stands.</summary>
public sealed record FileReading
{
    /// <summary>Length of the file as it lay in storage, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file as it lay in storage; null when it could not be read whole.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Name of the format; null when it could not be told.</summary>
    public string? Format { get; init; }

    /// <summary>The version that the file states.</summary>
    public string? FormatVersion { get; init; }

    /// <summary>The id of the message, for the receipt; null when it may not be shown.</summary>
    public string? MessageId { get; init; }

    /// <summary>What an application receipt repeats of the file's only message; null when it has none, or several.</summary>
    public MessageOrigin? Origin { get; init; }

    /// <summary>A keyed hash of the id by which the file is known again (F08); null when it has none.</summary>
    public string? MessageKey { get; init; }

    /// <summary>The file as a delivery that may supersede others, as if it were accepted; null in feeds without.</summary>
    public Edition? Edition { get; init; }

    /// <summary>Whether the transport tells nothing against the sender (F05, F06). Else the file is not remembered: sent again with a better signature, it is new.</summary>
    public bool HasTrustedSender { get; init; } = true;

    /// <summary>The messages, with their numbers of records.</summary>
    public IReadOnlyList<MessageSpan> Messages { get; init; } = [];

    /// <summary>The findings about the file (message null) and about messages as a whole.</summary>
    public IReadOnlyList<MessageFindings> Findings { get; init; } = [];

    /// <summary>By what a shipment of the annual report finds its counterpart; null for all other files.</summary>
    public ShipmentSummary? Shipment { get; init; }

    /// <summary>Serial number by which a newer file replaces an older one in its partition; null in feeds without.</summary>
    public long? SerialNumber { get; init; }

    /// <summary>The chunks that are sent on; none when the file as a whole is refused.</summary>
    public IReadOnlyList<Chunk> Chunks { get; init; } = [];
}
