using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Billing;

namespace Kpr.Functions.Tests.Billing;

/// <summary>An access point whose calls count among the I/O calls of a run: documents lie in a container, one under each id.</summary>
internal sealed class ContainerAccessPoint(BlobContainerClient container) : IAccessPoint
{
    public const string Container = "access-point";

    private const int Conflict = 409;

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
