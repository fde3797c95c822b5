namespace Kpr.Functions.Rehearsals;

/// <summary>An archived file, opened: it is read once.</summary>
internal sealed class ArchivedFile(FileStream content, ArchivedParts parts) : IAsyncDisposable
{
    /// <summary>The files beside it.</summary>
    public ArchivedParts Parts => parts;

    /// <summary>Its bytes.</summary>
    public Stream Content => content;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        await parts.DisposeAsync();
    }
}
