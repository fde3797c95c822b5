namespace Kpr.Functions.Ingest;

/// <summary>A message about a file.</summary>
public interface IAboutFile
{
    /// <summary>Key of the file.</summary>
    string File { get; }
}
