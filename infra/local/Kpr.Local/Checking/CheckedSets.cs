using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Local.Checking;

/// <summary>
/// The first look at files that are given together, for the feeds that have rules across files. Those are read twice:
/// what one file says of another must be known before the other is judged.
/// </summary>
/// <param name="limits">How much a file may hold.</param>
internal sealed class CheckedSets(SourceLimits limits) : IDisposable
{
    private readonly Dictionary<Feed, FileSet?> _sets = [];
    private readonly Dictionary<string, FileSet> _byFile = new(StringComparer.Ordinal);

    /// <summary>Looks at the files.</summary>
    /// <param name="files">All files.</param>
    /// <param name="about">Tells of a file its feed, when that is known without its content, and what is known of it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void Look(IReadOnlyList<CheckedFile> files, Func<CheckedFile, (Feed? Feed, FileContext Context)> about, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var (feed, context) = about(file);
            try
            {
                if (SetOf(feed ?? Recognise(file)) is { } set)
                {
                    using var stored = Open(file);
                    set.Add(file.FullPath, stored, context, limits);
                    _byFile.Add(file.FullPath, set);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Told when its turn to be judged comes.
            }
        }

        foreach (var set in _sets.Values)
        {
            set?.Match();
        }
    }

    /// <summary>What the others say of a file.</summary>
    public Surroundings Of(CheckedFile file) =>
        _byFile.TryGetValue(file.FullPath, out var set) ? set.Of(file.FullPath) : Surroundings.None;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var set in _sets.Values)
        {
            set?.Dispose();
        }
    }

    private static FileStream Open(CheckedFile file) =>
        new(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private Feed? Recognise(CheckedFile file)
    {
        using var stored = Open(file);
        using var source = SourceContent.Open(stored, limits);
        return Feeds.Recognise(source);
    }

    private FileSet? SetOf(Feed? feed)
    {
        if (feed is null)
        {
            return null;
        }

        if (!_sets.TryGetValue(feed, out var set))
        {
            _sets.Add(feed, set = feed.BeginSet());
        }

        return set;
    }
}
