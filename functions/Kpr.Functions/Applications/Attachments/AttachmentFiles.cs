using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>The bytes of attachments, by case and hash: the same file twice is stored once, and what a case names cannot be exchanged.</summary>
/// <param name="storage">The storage accounts.</param>
public sealed class AttachmentFiles(StorageAccounts storage)
{
    private const int NotFound = 404;
    private const int Conflict = 409;

    private readonly BlobContainerClient _files = storage.CaseFiles.GetBlobContainerClient(Containers.Cases);

    /// <summary>Stores a file.</summary>
    public async Task PutAsync(string caseId, string sha256, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(caseId, sha256).UploadAsync(content, overwrite: false, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            // The same bytes are there.
        }
    }

    /// <summary>Opens a file; null when it is not there.</summary>
    public async Task<Stream?> OpenAsync(string caseId, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return await Blob(caseId, sha256).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    private BlobClient Blob(string caseId, string sha256) => _files.GetBlobClient($"{caseId}/attachments/{sha256}");
}
