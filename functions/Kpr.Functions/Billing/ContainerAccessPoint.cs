using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kpr.Functions.Billing;

/// <summary>Stands in for the access point on one machine: documents lie in a container, one under each id.</summary>
/// <param name="container">The container.</param>
public sealed class ContainerAccessPoint(BlobContainerClient container) : IAccessPoint
{
    private const int Conflict = 409;

    /// <inheritdoc/>
    public async Task<string> SendAsync(string id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        try
        {
            await container.GetBlobClient($"{id}.xml").UploadAsync(
                BinaryData.FromBytes(document), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            // Sent before: the same document has the same bytes, and so the same receipt.
        }

        return $"container/{id}/{Convert.ToHexStringLower(SHA256.HashData(document.Span))[..16]}";
    }
}
