using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Extracts;

/// <summary>
/// Orders of extracts and what became of them, in the account of cases: <c>orders/{id}/order.json</c>, <c>state.json</c>, <c>release.json</c>, and what the staff may see of a
/// package (codebook, risk figures). Nothing in it is about one person.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class ExtractStore(StorageAccounts storage)
{
    private const int IdLength = 32;
    private const string Orders = "orders/";
    private const string RegisterCertificate = "register.pem";

    private readonly BlobContainerClient _extracts = storage.CaseFiles.GetBlobContainerClient(Containers.Extracts);

    /// <summary>Whether a text from outside can be the id of an extract, or of an uploaded list.</summary>
    public static bool IsPossible(string? id) => id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Keeps a new order.</summary>
    /// <returns>The order that is kept under the id: this one, or the one that was there before.</returns>
    public async Task<StoredExtract> AddAsync(string id, StoredExtract order, CancellationToken cancellationToken) =>
        await Blob(id, "order.json").TryWriteAsync(TableJson.Bytes(order), null, cancellationToken) ? order : (await FindOrderAsync(id, cancellationToken))!;

    /// <summary>The order of an id; null when there is none.</summary>
    public Task<StoredExtract?> FindOrderAsync(string id, CancellationToken cancellationToken) => FindAsync<StoredExtract>(id, "order.json", cancellationToken);

    /// <summary>Where an extract stands; null when nothing has begun.</summary>
    public Task<ExtractState?> FindStateAsync(string id, CancellationToken cancellationToken) => FindAsync<ExtractState>(id, "state.json", cancellationToken);

    /// <summary>Keeps a release: there is one at most.</summary>
    /// <returns>The release that is kept: this one, or the one that was there before.</returns>
    public async Task<ExtractRelease> AddReleaseAsync(string id, ExtractRelease release, CancellationToken cancellationToken) =>
        await Blob(id, "release.json").TryWriteAsync(TableJson.Bytes(release), null, cancellationToken) ? release : (await FindReleaseAsync(id, cancellationToken))!;

    /// <summary>The release of an extract; null when there is none.</summary>
    public Task<ExtractRelease?> FindReleaseAsync(string id, CancellationToken cancellationToken) => FindAsync<ExtractRelease>(id, "release.json", cancellationToken);

    /// <summary>Changes where an extract stands, on what it is at that moment: of two who change it at once, the second decides on what the first left.</summary>
    /// <param name="id">Id of the extract.</param>
    /// <param name="change">The next state; the one given when nothing is to be changed. An extract of which nothing has begun is given as ordered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The state that holds.</returns>
    public async Task<ExtractState> ChangeStateAsync(string id, Func<ExtractState, ExtractState> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await Blob(id, "state.json").FindAsync(cancellationToken);
            var state = found is null ? new ExtractState(id, ExtractStatus.Ordered) : TableJson.Read<ExtractState>(found.Content.ToMemory());
            var next = change(state);
            if (next == state || await Blob(id, "state.json").TryWriteAsync(TableJson.Bytes(next), found?.Details.ETag, cancellationToken))
            {
                return next;
            }
        }
    }

    /// <summary>Ids of all extracts.</summary>
    public async IAsyncEnumerable<string> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var folder in _extracts.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", Orders, cancellationToken))
        {
            if (folder.Prefix is { } prefix)
            {
                yield return prefix[Orders.Length..^1];
            }
        }
    }

    /// <summary>Keeps a file for the staff; it can be had when the state says that the extract is prepared, and not before.</summary>
    public Task WriteFileAsync(string id, string name, byte[] content, CancellationToken cancellationToken) =>
        Blob(id, $"files/{name}").UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions(), cancellationToken);

    /// <summary>A file for the staff; null when it is not there.</summary>
    public async Task<byte[]?> FindFileAsync(string id, string name, CancellationToken cancellationToken) =>
        (await Blob(id, $"files/{name}").FindAsync(cancellationToken))?.Content.ToArray();

    /// <summary>The register's certificate as PEM: lists of identity numbers are encrypted to it, and manifests signed by its key. Null before it is made.</summary>
    public async Task<string?> FindCertificateAsync(CancellationToken cancellationToken) =>
        (await _extracts.GetBlobClient(RegisterCertificate).FindAsync(cancellationToken))?.Content.ToString();

    /// <summary>Keeps the register's certificate.</summary>
    public Task WriteCertificateAsync(string pem, CancellationToken cancellationToken) =>
        _extracts.GetBlobClient(RegisterCertificate).UploadAsync(BinaryData.FromString(pem), overwrite: true, cancellationToken);

    private async Task<T?> FindAsync<T>(string id, string name, CancellationToken cancellationToken)
        where T : class =>
        await Blob(id, name).FindAsync(cancellationToken) is { } found ? TableJson.Read<T>(found.Content.ToMemory()) : null;

    private BlobClient Blob(string id, string name) => _extracts.GetBlobClient($"{Orders}{id}/{name}");
}
