namespace Kpr.Local.Generation.Expected;

/// <summary>What is expected of one message of a file: the records written, and their fates.</summary>
internal sealed class ExpectedMessage
{
    /// <summary>Records written.</summary>
    public long Read { get; set; }

    /// <summary>Records with a finding that rejects them.</summary>
    public long Rejected { get; set; }

    /// <summary>Records that repeat the one before.</summary>
    public long Duplicates { get; set; }

    /// <summary>Whether a finding rejects the whole message.</summary>
    public bool IsRejected { get; set; }
}
