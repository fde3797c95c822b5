using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Statistics;

/// <summary>Orders of tables and what became of them: only what may be shown to whoever ordered, no count that is not protected.</summary>
/// <param name="storage">The storage accounts.</param>
public sealed class TableStore(StorageAccounts storage)
{
    private readonly BlobContainerClient _tables = storage.CaseFiles.GetBlobContainerClient(Containers.Tables);

    /// <summary>Keeps a new order.</summary>
    /// <returns>The order that is kept under the id: this one, or the one that was there before.</returns>
    public async Task<StoredOrder> AddAsync(string id, StoredOrder order, CancellationToken cancellationToken) =>
        await Blob(id, "order.json").TryWriteAsync(TableJson.Bytes(order), null, cancellationToken) ? order : (await FindOrderAsync(id, cancellationToken))!;

    /// <summary>The order of an id; null when there is none.</summary>
    public async Task<StoredOrder?> FindOrderAsync(string id, CancellationToken cancellationToken) =>
        await Blob(id, "order.json").FindAsync(cancellationToken) is { } found ? TableJson.Read<StoredOrder>(found.Content.ToMemory()) : null;

    /// <summary>Where a table stands; null when nothing has begun.</summary>
    public async Task<TableState?> FindStateAsync(string id, CancellationToken cancellationToken) =>
        await Blob(id, "state.json").FindAsync(cancellationToken) is { } found ? TableJson.Read<TableState>(found.Content.ToMemory()) : null;

    /// <summary>Says where a table stands.</summary>
    public Task WriteStateAsync(TableState state, CancellationToken cancellationToken) => WriteAsync(state.Id, "state.json", TableJson.Bytes(state), cancellationToken);

    /// <summary>Keeps a file of a table. It can be had when the state says that the table is done, and not before.</summary>
    public Task WriteAsync(string id, string name, byte[] content, CancellationToken cancellationToken) =>
        Blob(id, name).UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions(), cancellationToken);

    /// <summary>A file of a table; null when it is not there.</summary>
    public async Task<byte[]?> FindAsync(string id, string name, CancellationToken cancellationToken) =>
        (await Blob(id, name).FindAsync(cancellationToken))?.Content.ToArray();

    private BlobClient Blob(string id, string name) => _tables.GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"orders/{id}/{name}"));
}
