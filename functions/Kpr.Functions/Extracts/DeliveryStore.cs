using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Extracts;

/// <summary>
/// Delivered packages, encrypted to their recipients: in an account of their own, or in the container of an analysis room. What is there is a delivery only when the state of the
/// extract says so.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="configuration">Tells the rooms.</param>
public sealed class DeliveryStore(StorageAccounts storage, IConfiguration configuration)
{
    private const int NotFound = 404;

    /// <summary>Whether the settings name a room: <c>Kpr:Rooms:{name}</c> with <c>Account</c>, the setting of its storage account, and <c>Container</c>.</summary>
    public bool HasRoom(string room) => Setting(room, "Account") is { Length: > 0 } && Setting(room, "Container") is { Length: > 0 };

    /// <summary>Opens a delivered file; null when it is not there.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="name">Name of one of its files.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Stream?> OpenAsync(ExtractDelivery delivery, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await Container(delivery.Room).GetBlobClient($"{delivery.Folder}/{name}").OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Writes a file in constant memory; it is there when all of it is written, and not before.</summary>
    public Task WriteAsync(string? room, string folder, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        Container(room).GetBlobClient($"{folder}/{name}").WriteAsync(write, cancellationToken);

    /// <summary>Deletes what lies in the folder of an extract, but for one delivery.</summary>
    /// <param name="room">The room; null for the container of deliveries.</param>
    /// <param name="id">Id of the extract.</param>
    /// <param name="but">The folder that stays; null when all goes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task DeleteAsync(string? room, string id, string? but, CancellationToken cancellationToken)
    {
        var container = Container(room);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{id}/", cancellationToken))
        {
            if (but is null || !blob.Name.StartsWith($"{but}/", StringComparison.Ordinal))
            {
                await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }

    private BlobContainerClient Container(string? room) => room is null
        ? storage.Deliveries.GetBlobContainerClient(Containers.Deliveries)
        : HasRoom(room) ? StorageAccounts.Blobs(configuration, Setting(room, "Account")!).GetBlobContainerClient(Setting(room, "Container")!)
        : throw new InvalidOperationException($"The settings name no room {room}.");

    private string? Setting(string room, string part) => configuration[$"Kpr:Rooms:{room}:{part}"];
}
