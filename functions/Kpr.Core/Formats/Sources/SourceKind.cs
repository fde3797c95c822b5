namespace Kpr.Core.Formats.Sources;

/// <summary>What the first bytes of a file look like.</summary>
public enum SourceKind
{
    /// <summary>No bytes, or nothing but white space.</summary>
    Empty,

    /// <summary>Begins with a tag.</summary>
    Xml,

    /// <summary>Begins with an object or an array.</summary>
    Json,

    /// <summary>None of what the register takes.</summary>
    Unknown,
}
