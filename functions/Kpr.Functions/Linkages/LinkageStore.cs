using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Linkages;

/// <summary>
/// Orders of keys for linkages and what became of them, in the account of cases: <c>linkages/{case}/{id}/order.json</c> and <c>state.json</c> in the container of extracts. Nothing
/// in it is about one person.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class LinkageStore(StorageAccounts storage)
{
    private const int IdLength = 32;
    private const string Folder = "linkages/";

    private readonly BlobContainerClient _extracts = storage.CaseFiles.GetBlobContainerClient(Containers.Extracts);

    /// <summary>The id of a batch among all: 32 hexadecimal digits of a hash of case and batch, for a batch is named by people.</summary>
    public static string IdOf(string caseId, string batch) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}\n{batch}")))[..IdLength];

    /// <summary>Keeps an order.</summary>
    /// <returns>The order that is kept under the id: this one, or the one that was there before.</returns>
    public async Task<LinkageOrder> AddAsync(LinkageOrder order, CancellationToken cancellationToken) =>
        await Blob(order.Case, IdOf(order.Case, order.Batch), "order.json").TryWriteAsync(TableJson.Bytes(order), null, cancellationToken)
            ? order
            : (await FindOrderAsync(order.Case, IdOf(order.Case, order.Batch), cancellationToken))!;

    /// <summary>An order; null when there is none.</summary>
    public async Task<LinkageOrder?> FindOrderAsync(string caseId, string id, CancellationToken cancellationToken) =>
        await Blob(caseId, id, "order.json").FindAsync(cancellationToken) is { } found ? TableJson.Read<LinkageOrder>(found.Content.ToMemory()) : null;

    /// <summary>Keeps an order in place of one that could not be carried out, and begins anew.</summary>
    public async Task ReplaceAsync(LinkageOrder order, CancellationToken cancellationToken)
    {
        var id = IdOf(order.Case, order.Batch);
        await Blob(order.Case, id, "order.json").UploadAsync(BinaryData.FromBytes(TableJson.Bytes(order)), new BlobUploadOptions(), cancellationToken);
        await ChangeAsync(order.Case, id, now => now.Status == LinkageStatus.Refused ? new LinkageKeys(id, LinkageStatus.Ordered) : now, cancellationToken);
    }

    /// <summary>The release of the linked data; null when there is none.</summary>
    public async Task<LinkageRelease?> FindReleaseAsync(string caseId, string id, CancellationToken cancellationToken) =>
        await Blob(caseId, id, "release.json").FindAsync(cancellationToken) is { } found ? TableJson.Read<LinkageRelease>(found.Content.ToMemory()) : null;

    /// <summary>Keeps a release as it is now.</summary>
    public Task WriteReleaseAsync(string caseId, string id, LinkageRelease release, CancellationToken cancellationToken) =>
        Blob(caseId, id, "release.json").UploadAsync(BinaryData.FromBytes(TableJson.Bytes(release)), new BlobUploadOptions(), cancellationToken);

    /// <summary>Where the keys stand; null when nothing has begun.</summary>
    public async Task<LinkageKeys?> FindAsync(string caseId, string id, CancellationToken cancellationToken) =>
        await Blob(caseId, id, "state.json").FindAsync(cancellationToken) is { } found ? TableJson.Read<LinkageKeys>(found.Content.ToMemory()) : null;

    /// <summary>Changes where the keys stand, on what they are at that moment: of two who change them at once, the second decides on what the first left.</summary>
    /// <returns>The state that holds.</returns>
    public async Task<LinkageKeys> ChangeAsync(string caseId, string id, Func<LinkageKeys, LinkageKeys> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await Blob(caseId, id, "state.json").FindAsync(cancellationToken);
            var state = found is null ? new LinkageKeys(id, LinkageStatus.Ordered) : TableJson.Read<LinkageKeys>(found.Content.ToMemory());
            var next = change(state);
            if (next == state || await Blob(caseId, id, "state.json").TryWriteAsync(TableJson.Bytes(next), found?.Details.ETag, cancellationToken))
            {
                return next;
            }
        }
    }

    /// <summary>The batches of a case, or of all cases, whose keys were ordered: case and id.</summary>
    public async IAsyncEnumerable<(string Case, string Id)> ListAsync(string? caseId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _extracts.GetBlobsAsync(BlobTraits.None, BlobStates.None, caseId is null ? Folder : $"{Folder}{caseId}/", cancellationToken))
        {
            if (blob.Name[Folder.Length..].Split('/') is [var named, var id, "order.json"])
            {
                yield return (named, id);
            }
        }
    }

    private BlobClient Blob(string caseId, string id, string name) => _extracts.GetBlobClient($"{Folder}{caseId}/{id}/{name}");
}
