using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Persons;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Register;

/// <summary>
/// The list of decisions about persons: one sealed blob that changes by its ETag alone. Whoever asks sees what was decided before
/// he asked: each time the blob's version is looked at, and the blob read only when it has changed.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class PersonListStore(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    private const string Name = "list.sealed";
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    private readonly BlobClient _blob = storage.Identity.GetBlobContainerClient(Containers.Persons).GetBlobClient(Name);
    private volatile Known? _known;

    /// <summary>The decisions as they are now, ready to be asked.</summary>
    public async Task<PersonIndex> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var version = (await _blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ETag;
            if (_known is { } known && known.Version == version)
            {
                return known.Index;
            }
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return PersonIndex.Empty;
        }

        return (await LoadAsync(cancellationToken))?.Index ?? PersonIndex.Empty;
    }

    /// <summary>The decisions as they are now.</summary>
    public async Task<PersonList> ReadAsync(CancellationToken cancellationToken) => (await LoadAsync(cancellationToken))?.List ?? PersonList.Empty;

    /// <summary>Changes the list as it is now, also when others change it meanwhile.</summary>
    /// <param name="change">Gives the next list; null when there is nothing to change.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The list as it is then.</returns>
    public async Task<PersonList> ChangeAsync(Func<PersonList, PersonList?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await LoadAsync(cancellationToken);
            var list = known?.List ?? PersonList.Empty;
            if (change(list) is not { } next)
            {
                return list;
            }

            if (await TryWriteAsync(next, known?.Version, cancellationToken))
            {
                return next;
            }
        }
    }

    private async Task<Known?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await _blob.DownloadContentAsync(cancellationToken);
            using var opened = new MemoryStream();
            await SealedStream.OpenAsync(found.Value.Content.ToStream(), opened, Name, await keys.GetAsync(cancellationToken), cancellationToken);
            var list = JsonSerializer.Deserialize(opened.GetBuffer().AsSpan(0, (int)opened.Length), PersonListJson.Default.PersonList)!;
            return _known = new Known(found.Value.Details.ETag, list, new PersonIndex(list));
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    private async Task<bool> TryWriteAsync(PersonList list, ETag? version, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(list, PersonListJson.Default.PersonList));
        using var sealedList = new MemoryStream();
        await SealedStream.SealAsync(content, sealedList, Name, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
        sealedList.Position = 0;
        var conditions = version is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await _blob.UploadAsync(sealedList, new BlobUploadOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }

    private sealed record Known(ETag Version, PersonList List, PersonIndex Index);
}
