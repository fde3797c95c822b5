using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kpr.Functions.Billing;

/// <summary>Documents in blobs: <c>{biller}/{number}.xml</c> and <c>.html</c>, reminders as <c>{number}-purring.html</c>.</summary>
/// <param name="container">The container.</param>
public sealed class BillDocuments(BlobContainerClient container)
{
    private const int NotFound = 404;

    /// <summary>Writes a page.</summary>
    public Task WriteAsync(string name, string page, CancellationToken cancellationToken) => WriteAsync(name, Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", cancellationToken);

    /// <summary>Writes a document, in place of an earlier try at the same.</summary>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, string type, CancellationToken cancellationToken) => container.GetBlobClient(name)
        .UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } }, cancellationToken);

    /// <summary>Reads a document; null when it is not there.</summary>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (global::Azure.RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }
}
