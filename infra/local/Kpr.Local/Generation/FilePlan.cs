using System.Text;

namespace Kpr.Local.Generation;

/// <summary>How a file is written: its encoding and packing, and what is wrong with it as a file.</summary>
internal sealed class FilePlan
{
    /// <summary>UTF-8 without mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding that the file declares.</summary>
    public Encoding Declared { get; set; } = Utf8;

    /// <summary>The encoding that it has.</summary>
    public Encoding Actual { get; set; } = Utf8;

    /// <summary>Whether it is packed with gzip.</summary>
    public bool IsGzip { get; set; }

    /// <summary>Whether it declares a document type.</summary>
    public bool HasDoctype { get; set; }

    /// <summary>Number of records behind which the file is cut off; null to write it whole.</summary>
    public int? CutAfter { get; set; }

    /// <summary>The rule that says that the file cannot be read; null when it can.</summary>
    public string? Unreadable { get; set; }

    /// <summary>Whether reading stops before the first record.</summary>
    public bool ReadsNothing { get; set; }

    /// <summary>Number of the record, from zero, in which a fault that rejects the message is planted; null for none.</summary>
    public int? RejectingRecord { get; set; }
}
