using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>A message about a file.</summary>
public interface IAboutFile : IMessageBody
{
    /// <summary>Key of the file.</summary>
    string File { get; }

    /// <inheritdoc/>
    bool IMessageBody.HasPossibleId() => IncomingFile.IsKey(File);
}
