namespace Kpr.Functions.Linkages;

/// <summary>How far the keys of a batch have come.</summary>
public enum LinkageStatus
{
    /// <summary>Ordered; nothing is made yet.</summary>
    Ordered,

    /// <summary>Key files and maps are made, encrypted to their recipients.</summary>
    Issued,

    /// <summary>They cannot be made; the message says why.</summary>
    Refused,

    /// <summary>Void, destroyed or given up: secret, population, key files, maps and what the sources sent are to be deleted, or are.</summary>
    Ended,
}
