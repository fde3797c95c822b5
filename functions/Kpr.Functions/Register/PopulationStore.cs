using Azure;
using Azure.Storage.Blobs;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Register;

/// <summary>
/// The population register as the operator has loaded it, among what is decided about persons: keys, no numbers. A new one is seen within ten minutes; a chunk is
/// judged by one.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class PopulationStore(StorageAccounts storage, TimeProvider clock)
{
    private const string Name = "population.bin";
    private const int NotFound = 404;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly BlobClient _blob = storage.Identity.GetBlobContainerClient(Containers.Persons).GetBlobClient(Name);
    private volatile Known? _known;

    /// <summary>The table; null when none is loaded.</summary>
    public async Task<PopulationTable?> GetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known is not { } known || now >= known.Until)
        {
            known = await LoadAsync(_known, now + Fresh, cancellationToken);
            _known = known;
        }

        return known.Table;
    }

    /// <summary>Takes another table.</summary>
    public Task WriteAsync(PopulationTable table, CancellationToken cancellationToken) =>
        _blob.UploadAsync(BinaryData.FromBytes(table.Write()), overwrite: true, cancellationToken);

    private async Task<Known> LoadAsync(Known? known, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            var version = (await _blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ETag;
            if (known is not null && known.Version == version)
            {
                return known with { Until = until };
            }

            var found = await _blob.DownloadContentAsync(cancellationToken);
            return new Known(found.Value.Details.ETag, PopulationTable.Read(found.Value.Content.ToMemory().Span), until);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return new Known(default, null, until);
        }
    }

    private sealed record Known(ETag Version, PopulationTable? Table, DateTimeOffset Until);
}
