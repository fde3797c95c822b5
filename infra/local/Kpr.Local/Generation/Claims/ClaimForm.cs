namespace Kpr.Local.Generation.Claims;

/// <summary>How a practice sends its claims.</summary>
internal enum ClaimForm
{
    /// <summary>One MsgHead a file.</summary>
    Xml,

    /// <summary>Several MsgHead in one file, below a root Meldinger.</summary>
    XmlBatch,

    /// <summary>One JSON message a file.</summary>
    Json,
}
