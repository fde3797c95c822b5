namespace Kpr.Functions.Ingest;

/// <summary>A file to complete.</summary>
/// <param name="File">Key of the file.</param>
public sealed record CompleteMessage(string File)
{
    /// <summary>Id of the message.</summary>
    public string Id => $"{File}-complete";
}
