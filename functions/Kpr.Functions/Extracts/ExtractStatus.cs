namespace Kpr.Functions.Extracts;

/// <summary>How far an extract has come.</summary>
public enum ExtractStatus
{
    /// <summary>Ordered; nothing is read yet.</summary>
    Ordered,

    /// <summary>Planned: the order is within the grant, and it is known what is read.</summary>
    Planned,

    /// <summary>The population is known, and its records are extracted.</summary>
    Extracting,

    /// <summary>Made, weighed and scanned; it waits for release by somebody else than who ordered it.</summary>
    Prepared,

    /// <summary>It cannot be made, or must not be given out; the message says why.</summary>
    Refused,

    /// <summary>The decision was withdrawn, replaced or suspended meanwhile: what was made is deleted.</summary>
    Discarded,

    /// <summary>Released; it is encrypted to its recipient.</summary>
    Released,

    /// <summary>The recipient can fetch it, until it expires.</summary>
    Delivered,

    /// <summary>The register or the case took it back: what there was is deleted.</summary>
    Withdrawn,
}
