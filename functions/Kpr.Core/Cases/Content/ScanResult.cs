namespace Kpr.Core.Cases.Content;

/// <summary>What the scan of an attachment said.</summary>
public enum ScanResult
{
    /// <summary>It has not answered. The attachment does not count yet.</summary>
    Pending,

    /// <summary>Nothing found, and the content is of the type it says.</summary>
    Clean,

    /// <summary>Refused: malware, or another type than it says.</summary>
    Refused,
}
