using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Statistics.Requests;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>
/// What is between two steps of counting a table: person keys and unprotected numbers. It lies in the register's own account, and is
/// gone when the table is done.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class CountingStore(StorageAccounts storage)
{
    private readonly BlobContainerClient _counting = storage.Register.GetBlobContainerClient(Containers.Counting);

    /// <summary>Keeps a plan.</summary>
    public Task WritePlanAsync(string id, TablePlan plan, CancellationToken cancellationToken) => WriteAsync($"{id}/plan.json", TableJson.Bytes(plan), cancellationToken);

    /// <summary>The plan of a table.</summary>
    public Task<TablePlan> ReadPlanAsync(string id, CancellationToken cancellationToken) => ReadAsync<TablePlan>($"{id}/plan.json", cancellationToken);

    /// <summary>Keeps what was counted of a unit: rows, and persons and providers bucket by bucket.</summary>
    public async Task WriteUnitAsync(TablePart unit, TableCount count, int buckets, CancellationToken cancellationToken)
    {
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            await WriteAsync(Persons(unit.Id, unit.Number, bucket), count.Persons.Write(bucket, buckets), cancellationToken);
            await WriteAsync(Providers(unit.Id, unit.Number, bucket), count.Providers.Write(bucket, buckets), cancellationToken);
        }

        await WriteAsync(Rows(unit.Id, unit.Number), TableJson.Bytes(count.Rows), cancellationToken);
    }

    /// <summary>The rows of a unit.</summary>
    public Task<TableTally> ReadRowsAsync(string id, int unit, CancellationToken cancellationToken) => ReadAsync<TableTally>(Rows(id, unit), cancellationToken);

    /// <summary>Adds the persons of a unit and bucket to others.</summary>
    public async Task ReadPersonsAsync(TablePart bucket, int unit, PersonCells into, CancellationToken cancellationToken)
    {
        await using var content = await _counting.GetBlobClient(Persons(bucket.Id, unit, bucket.Number)).OpenReadAsync(cancellationToken: cancellationToken);
        into.Read(content);
    }

    /// <summary>Adds the providers of a unit and bucket to others.</summary>
    public async Task ReadProvidersAsync(TablePart bucket, int unit, ProviderCells into, CancellationToken cancellationToken)
    {
        await using var content = await _counting.GetBlobClient(Providers(bucket.Id, unit, bucket.Number)).OpenReadAsync(cancellationToken: cancellationToken);
        into.Read(content);
    }

    /// <summary>Keeps the persons and providers of a bucket, counted.</summary>
    public Task WriteJoinedAsync(TablePart bucket, TableTally tally, CancellationToken cancellationToken) =>
        WriteAsync(Joined(bucket.Id, bucket.Number), TableJson.Bytes(tally), cancellationToken);

    /// <summary>The persons and providers of a bucket, counted.</summary>
    public Task<TableTally> ReadJoinedAsync(string id, int bucket, CancellationToken cancellationToken) => ReadAsync<TableTally>(Joined(id, bucket), cancellationToken);

    /// <summary>Forgets all that was kept of a table.</summary>
    public async Task ForgetAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var blob in _counting.GetBlobsAsync(BlobTraits.None, BlobStates.None, id + "/", cancellationToken))
        {
            await _counting.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private static string Rows(string id, int unit) => string.Create(CultureInfo.InvariantCulture, $"{id}/units/{unit:D5}/rows.json");

    private static string Persons(string id, int unit, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/units/{unit:D5}/{bucket:D3}.csv.gz");

    private static string Providers(string id, int unit, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/units/{unit:D5}/{bucket:D3}.providers.gz");

    private static string Joined(string id, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/joined/{bucket:D3}.json");

    private Task<Response<BlobContentInfo>> WriteAsync(string name, byte[] content, CancellationToken cancellationToken) =>
        _counting.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions(), cancellationToken);

    private async Task<T> ReadAsync<T>(string name, CancellationToken cancellationToken) =>
        TableJson.Read<T>((await _counting.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory());
}
