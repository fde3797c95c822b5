namespace Kpr.Functions.Ingest;

/// <summary>What becomes of a file in the inbox when it has its receipt.</summary>
public enum AfterCompletion
{
    /// <summary>Sealed in the archive, then deleted from the inbox.</summary>
    Archive,

    /// <summary>Deleted; rejected files and records are in quarantine all the same.</summary>
    Delete,

    /// <summary>Left where it is.</summary>
    Keep,
}
