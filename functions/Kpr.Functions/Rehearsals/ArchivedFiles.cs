using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Identity;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;

namespace Kpr.Functions.Rehearsals;

/// <summary>Opens archived files, in temporary files that are gone when they are closed.</summary>
public sealed class ArchivedFiles(StorageAccounts storage, SealedBlobs blobs)
{
    private readonly BlobContainerClient _archive = storage.Landing.GetBlobContainerClient(Containers.Archive);

    /// <summary>An empty temporary file.</summary>
    internal static FileStream Spool() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });

    /// <summary>Opens the file of a delivery, with those beside it; null when it is not in the archive.</summary>
    internal async Task<ArchivedFile?> OpenAsync(Feed feed, string sender, string delivery, CancellationToken cancellationToken)
    {
        var folder = $"{feed.Name}/{sender}/{delivery}";
        if (await OpenAsync($"{folder}/file.sealed", cancellationToken) is not { } content)
        {
            return null;
        }

        var parts = await ArchivedParts.OpenAsync(feed, content, name => OpenAsync($"{folder}/{IdentityMask.Apply(name).Replace('*', 'x')}.sealed", cancellationToken));
        return new ArchivedFile(content, parts);
    }

    private async Task<FileStream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var spool = Spool();
        if (await blobs.OpenAsync(_archive.GetBlobClient(name), name, spool, cancellationToken) is null)
        {
            await spool.DisposeAsync();
            return null;
        }

        spool.Position = 0;
        return spool;
    }
}
