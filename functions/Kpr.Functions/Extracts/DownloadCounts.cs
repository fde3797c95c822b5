using Azure.Storage.Blobs;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Extracts;

/// <summary>How often each file of a delivery was fetched: <c>{case}/downloads/{id}.json</c>, changed by its ETag, so that of two who fetch at once each is counted.</summary>
/// <param name="storage">The storage accounts.</param>
public sealed class DownloadCounts(StorageAccounts storage)
{
    private readonly BlobContainerClient _cases = storage.CaseFiles.GetBlobContainerClient(Containers.Cases);

    /// <summary>The counts, by name of the file.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FindAsync(string caseId, string id, CancellationToken cancellationToken) =>
        await Blob(caseId, id).FindAsync(cancellationToken) is { } found ? TableJson.Read<Dictionary<string, int>>(found.Content.ToMemory()) : [];

    /// <summary>Counts one more.</summary>
    /// <returns>False when there were as many as there may be; nothing was counted then.</returns>
    public async Task<bool> TakeAsync(string caseId, string id, string name, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await Blob(caseId, id).FindAsync(cancellationToken);
            Dictionary<string, int> counts = found is null ? [] : TableJson.Read<Dictionary<string, int>>(found.Content.ToMemory());
            counts[name] = counts.GetValueOrDefault(name) + 1;
            if (counts[name] > most)
            {
                return false;
            }

            if (await Blob(caseId, id).TryWriteAsync(TableJson.Bytes(counts), found?.Details.ETag, cancellationToken))
            {
                return true;
            }
        }
    }

    private BlobClient Blob(string caseId, string id) => _cases.GetBlobClient($"{caseId}/downloads/{id}.json");
}
