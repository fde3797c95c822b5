using Kpr.Core.Formats.Sources;

namespace Kpr.Local.Checking;

/// <summary>The files beside a file that is checked.</summary>
/// <param name="folder">The folder of the file.</param>
/// <param name="error">Takes the progress.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class FolderParts(string folder, TextWriter error, CancellationToken cancellation) : ISourceParts
{
    /// <inheritdoc/>
    public Stream? Open(string name)
    {
        var path = Path.Combine(folder, name);
        return Path.GetFileName(name) == name && File.Exists(path)
            ? new WatchedStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan), error, cancellation)
            : null;
    }
}
