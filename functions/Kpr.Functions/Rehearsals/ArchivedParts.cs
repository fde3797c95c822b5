using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;

namespace Kpr.Functions.Rehearsals;

/// <summary>The files of an archived delivery beside its manifest.</summary>
internal sealed class ArchivedParts : ISourceParts, IAsyncDisposable
{
    private readonly Dictionary<string, Stream> _streams = new(StringComparer.Ordinal);

    /// <summary>Opens the files that a manifest names; none in feeds without manifest.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="manifest">The manifest; its position is put back.</param>
    /// <param name="open">Opens a file; null when it is not there.</param>
    public static async Task<ArchivedParts> OpenAsync(Feed feed, FileStream manifest, Func<string, Task<FileStream?>> open)
    {
        var parts = new ArchivedParts();
        if (feed.ManifestName is null)
        {
            return parts;
        }

        using var content = new MemoryStream();
        await manifest.CopyToAsync(content);
        manifest.Position = 0;
        foreach (var name in feed.PartsNamedIn(content.ToArray()).Distinct(StringComparer.Ordinal))
        {
            if (await open(name) is { } part)
            {
                parts._streams.Add(name, part);
            }
        }

        return parts;
    }

    /// <inheritdoc/>
    public Stream? Open(string name) => _streams.GetValueOrDefault(name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams.Values)
        {
            await stream.DisposeAsync();
        }
    }
}
