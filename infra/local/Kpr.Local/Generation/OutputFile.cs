using System.IO.Compression;

namespace Kpr.Local.Generation;

/// <summary>A file of the set while it is written.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly Stream _stored;

    /// <summary>Creates the file.</summary>
    /// <param name="folder">The set's folder.</param>
    /// <param name="path">Path in it, with forward slashes.</param>
    /// <param name="plan">How it is written.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    public OutputFile(string folder, string path, FilePlan plan)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var file = new FileStream(full, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _stored = plan.IsGzip ? new GZipStream(file, CompressionLevel.Optimal) : file;
        Text = new StreamWriter(_stored, plan.Actual, 1 << 14) { NewLine = "\n" };
    }

    /// <summary>Takes bytes, from writers that need no text.</summary>
    public Stream Bytes => _stored;

    /// <summary>Takes text.</summary>
    public StreamWriter Text { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Text.Dispose();
        _stored.Dispose();
    }
}
