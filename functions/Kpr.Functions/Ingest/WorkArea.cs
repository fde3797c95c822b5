using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>
/// What lies between the steps of the intake. Names say what a thing is, and its content follows from the file
/// alone: whoever makes it again makes the same.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class WorkArea(StorageAccounts storage)
{
    private const int NotFound = 404;
    private const int Conflict = 409;

    private readonly BlobContainerClient _work = storage.Landing.GetBlobContainerClient(Containers.Work);

    /// <summary>What reading the file told.</summary>
    public static string Reading(string file) => $"{file}/file.json";

    /// <summary>The content of a chunk.</summary>
    public static string Content(string file, int chunk) => $"{file}/{chunk:D6}/content";

    /// <summary>What judging a chunk left.</summary>
    public static string Result(string file, int chunk) => $"{file}/{chunk:D6}/result.json";

    /// <summary>The findings of a chunk, one a line.</summary>
    public static string Findings(string file, int chunk) => $"{file}/{chunk:D6}/findings.jsonl";

    /// <summary>The sorted facts of a chunk.</summary>
    public static string Facts(string file, int chunk) => $"{file}/{chunk:D6}/facts";

    /// <summary>The sealed identities of a chunk's accepted records.</summary>
    public static string Identities(string file, int chunk) => $"{file}/{chunk:D6}/identities";

    /// <summary>The rows of a chunk's accepted records for one partition.</summary>
    public static string Rows(string file, int chunk, string partition) => $"{file}/{chunk:D6}/rows/{partition}.block";

    /// <summary>Writes a thing, in place of an earlier try at the same.</summary>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        _work.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);

    /// <summary>Writes a thing as JSON.</summary>
    public Task WriteAsync<T>(string name, T content, JsonTypeInfo<T> form, CancellationToken cancellationToken) =>
        WriteAsync(name, JsonSerializer.SerializeToUtf8Bytes(content, form), cancellationToken);

    /// <summary>Writes a thing as JSON, unless it is there: the first try's stands.</summary>
    /// <returns>What stands.</returns>
    public async Task<T> CreateAsync<T>(string name, T content, JsonTypeInfo<T> form, CancellationToken cancellationToken)
    {
        try
        {
            await _work.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content, form)),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
            return content;
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            return await ReadAsync(name, form, cancellationToken);
        }
    }

    /// <summary>Reads a small thing.</summary>
    /// <exception cref="RequestFailedException">It is not there (404).</exception>
    public async Task<BinaryData> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await _work.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;

    /// <summary>Reads a thing that was written as JSON.</summary>
    /// <exception cref="RequestFailedException">It is not there (404).</exception>
    public async Task<T> ReadAsync<T>(string name, JsonTypeInfo<T> form, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(await ReadAsync(name, cancellationToken), form)!;

    /// <summary>Reads a thing that was written as JSON; null when it is not there.</summary>
    public async Task<T?> FindAsync<T>(string name, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class =>
        await FindBytesAsync(name, cancellationToken) is { } content ? JsonSerializer.Deserialize(content, form) : null;

    /// <summary>Reads a small thing; null when it is not there.</summary>
    public async Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(name, cancellationToken)).ToArray();
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Opens a thing for reading piece by piece.</summary>
    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        _work.GetBlobClient(name).OpenReadAsync(bufferSize: 1 << 16, cancellationToken: cancellationToken);

    /// <summary>Empties the area of a file.</summary>
    public async Task ClearAsync(string file, CancellationToken cancellationToken)
    {
        await foreach (var blob in _work.GetBlobsAsync(BlobTraits.None, BlobStates.None, file + "/", cancellationToken))
        {
            await _work.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }
}
