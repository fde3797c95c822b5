using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Linkages;

/// <summary>
/// The files that the parties of a linkage hand to each other, each encrypted to whom it is for before it comes here, so that nobody here can open it: <c>{id}/keys/{order}.csv.p7m</c>
/// to a source, <c>{id}/maps/{order}.map.p7m</c> and <c>{id}/from/{order}/{file}</c> to the linker, <c>{id}/result/{file}</c> to the applicant.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class LinkageFiles(StorageAccounts storage)
{
    private const int NotFound = 404;

    private readonly BlobContainerClient _files = storage.Deliveries.GetBlobContainerClient(Containers.Linkages);

    /// <summary>Name of the key file of a source.</summary>
    public static string KeysOf(string order) => $"keys/{order}.csv.p7m";

    /// <summary>Name of the linker's map of a source.</summary>
    public static string MapOf(string order) => $"maps/{order}.map.p7m";

    /// <summary>Folder of what all sources send to the linker.</summary>
    public const string FromAll = "from/";

    /// <summary>Folder of what a source sends to the linker.</summary>
    public static string From(string order) => $"{FromAll}{order}/";

    /// <summary>Folder of the linked data.</summary>
    public const string Result = "result/";

    /// <summary>Writes a file in constant memory, in place of one of the same name; it is there when all of it is written, and not before.</summary>
    public Task WriteAsync(string id, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        Blob(id, name).WriteAsync(write, cancellationToken);

    /// <summary>Passes an upload on, in constant memory; what breaks it off leaves nothing.</summary>
    public Task WriteAsync(string id, string name, Stream content, CancellationToken cancellationToken) => Blob(id, name).UploadAsync(content, new BlobUploadOptions(), cancellationToken);

    /// <summary>Opens a file, and tells its length; null when it is not there.</summary>
    public async Task<(Stream Content, long Bytes)?> OpenAsync(string id, string name, CancellationToken cancellationToken)
    {
        try
        {
            var content = await Blob(id, name).OpenReadAsync(cancellationToken: cancellationToken);
            return (content, content.Length);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>The files in a folder of a batch, by their names without the folder.</summary>
    public async Task<IReadOnlyList<HandedFile>> ListAsync(string id, string folder, CancellationToken cancellationToken)
    {
        var found = new List<HandedFile>();
        var prefix = $"{id}/{folder}";
        await foreach (var blob in _files.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            found.Add(new HandedFile(blob.Name[prefix.Length..], blob.Properties.ContentLength ?? 0));
        }

        return found;
    }

    /// <summary>Deletes the files of a folder of a batch.</summary>
    public async Task DeleteAsync(string id, string folder, CancellationToken cancellationToken)
    {
        foreach (var (name, _) in await ListAsync(id, folder, cancellationToken))
        {
            await Blob(id, folder + name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private BlobClient Blob(string id, string name) => _files.GetBlobClient($"{id}/{name}");
}
