using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// The files of one feed that are given together, where a feed has rules across files: all are looked at first, and then
/// each is judged with what the others say of it. Memory does not grow with the files.
/// </summary>
public abstract class FileSet : IDisposable
{
    /// <summary>Looks at a file.</summary>
    /// <param name="file">Its name in the set.</param>
    /// <param name="stored">Its bytes as they lie in storage; read to the end.</param>
    /// <param name="context">What is known of the file.</param>
    /// <param name="limits">How much the file may hold.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract void Add(string file, Stream stored, FileContext context, SourceLimits limits);

    /// <summary>Matches the files; none may be added after this.</summary>
    public abstract void Match();

    /// <summary>What the others say of a file.</summary>
    public abstract Surroundings Of(string file);

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
