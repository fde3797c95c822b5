using Kpr.Core.Formats.Claims;
using Kpr.Core.Register;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>A delivery as a whole: its manifest, and what was counted while reading the files.</summary>
public sealed class KuhrEnvelope : MessageEnvelope
{
    private readonly (long Rows, string Sha256)[] _files = new (long, string)[KuhrColumns.Kinds];

    /// <summary>The manifest; null when it cannot be used.</summary>
    public KuhrManifest? Manifest { get; set; }

    /// <summary>The sender that the manifest states.</summary>
    public string? Sender { get; set; }

    /// <summary>Whether all files have been read to their ends.</summary>
    public bool IsRead { get; set; }

    /// <summary>Sum of the refunds read, in øre.</summary>
    public Int128 RefundOre { get; private set; }

    /// <summary>Sum of the patients' shares read, in øre.</summary>
    public Int128 ShareOre { get; private set; }

    /// <summary>Whether every amount could be read; otherwise the sums are not judged.</summary>
    public bool AmountsKnown { get; private set; } = true;

    /// <inheritdoc/>
    public override string? StatedSender => Sender;

    /// <inheritdoc/>
    public override string SenderField => "sender";

    /// <inheritdoc/>
    public override Edition? Edition => Manifest is { } manifest
        ? new Edition(manifest.DeliveryId, manifest.Sender, manifest.Supersedes, manifest.PeriodFrom, manifest.GeneratedAt.UtcDateTime, IsAccepted: true)
        : null;

    /// <summary>What was read of a file: rows below the header, and its SHA-256.</summary>
    public (long Rows, string Sha256) Read(KuhrFileKind kind) => _files[(int)kind];

    /// <summary>Notes a file that has been read to its end.</summary>
    public void NoteFile(KuhrFileKind kind, long rows, string sha256) => _files[(int)kind] = (rows, sha256);

    /// <summary>Counts a claim that has been read.</summary>
    public void Count(Claim claim)
    {
        Records++;
        RefundOre += claim.BelopOre ?? 0;
        ShareOre += claim.EgenandelOre ?? 0;
        AmountsKnown &= !claim.AmountUnreadable;
    }
}
