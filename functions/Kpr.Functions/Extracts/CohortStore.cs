using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Extracts;

/// <summary>
/// Lists of identity numbers that applicants upload, encrypted to the register's certificate before they come here: <c>{case}/{list}.p7m</c>. Whoever takes them in cannot
/// open them; whoever opens them deletes them.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class CohortStore(StorageAccounts storage)
{
    private readonly BlobContainerClient _cohorts = storage.CaseFiles.GetBlobContainerClient(Containers.Cohorts);

    /// <summary>Keeps a list as it comes, in constant memory.</summary>
    public Task WriteAsync(string caseId, string list, Stream content, CancellationToken cancellationToken) =>
        Blob(caseId, list).UploadAsync(content, new BlobUploadOptions(), cancellationToken);

    /// <summary>Opens a list for reading; null when it is not there.</summary>
    public async Task<Stream?> OpenAsync(string caseId, string list, CancellationToken cancellationToken) =>
        await Blob(caseId, list).ExistsAsync(cancellationToken) ? await Blob(caseId, list).OpenReadAsync(cancellationToken: cancellationToken) : null;

    /// <summary>Deletes a list.</summary>
    public Task DeleteAsync(string caseId, string list, CancellationToken cancellationToken) => Blob(caseId, list).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob(string caseId, string list) => _cohorts.GetBlobClient($"{caseId}/{list}.p7m");
}
