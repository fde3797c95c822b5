using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Memory;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Register.Memory;

/// <summary>
/// The register's memory in blobs: for each scope a manifest, which is the only thing that changes, and runs of facts
/// whose names tell their content.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class MemoryStore(StorageAccounts storage)
{
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;
    private const int HashDigits = 16;
    private const string ManifestEnd = "/manifest.json";
    private const string RunEnd = ".run";

    private readonly BlobContainerClient _memory = storage.Register.GetBlobContainerClient(Containers.Memory);

    /// <summary>The history of a scope, and the version by which it may be changed; null while there is none.</summary>
    public async Task<(ScopeManifest Manifest, ETag? Version)> ReadAsync(string scope, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _memory.GetBlobClient(scope + ManifestEnd).DownloadContentAsync(cancellationToken);
            return (JsonSerializer.Deserialize(found.Value.Content, MemoryJson.Default.ScopeManifest)!, found.Value.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return (ScopeManifest.Empty(scope), null);
        }
    }

    /// <summary>Writes a history, if it is still of the version that was read.</summary>
    /// <returns>False when somebody else changed it meanwhile.</returns>
    public async Task<bool> TryWriteAsync(ScopeManifest manifest, ETag? version, CancellationToken cancellationToken)
    {
        var conditions = version is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await _memory.GetBlobClient(manifest.Scope + ManifestEnd).UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(manifest, MemoryJson.Default.ScopeManifest)),
                new BlobUploadOptions { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>Opens the run of an entry.</summary>
    /// <exception cref="RunDamagedException">It is not as it was written.</exception>
    /// <exception cref="RequestFailedException">It is gone (404): the history was read too long ago.</exception>
    public Task<FactRun> OpenAsync(string scope, RunEntry entry, CancellationToken cancellationToken) =>
        FactRun.OpenAsync(new BlobRun(_memory.GetBlobClient($"{scope}/{entry.Run}"), entry.Bytes), cancellationToken);

    /// <summary>Writes a run. The same facts under the same stem are the same run, whoever writes it.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="stem">Beginning of its name.</param>
    /// <param name="file">Key of the file that left it; null when it is merged of several.</param>
    /// <param name="write">Writes the facts.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The entry for the history; without run when there was no fact.</returns>
    public async Task<RunEntry> WriteAsync(
        string scope, string stem, string? file, Func<RunWriter, Task> write, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        var writer = new RunWriter(content);
        await write(writer);
        if (writer.Facts == 0)
        {
            return new RunEntry(null, 0, 0, file);
        }

        var length = writer.Finish();
        content.Position = 0;
        var name = $"{stem}-{Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))[..HashDigits]}{RunEnd}";
        content.Position = 0;
        await _memory.GetBlobClient($"{scope}/{name}").UploadAsync(content, overwrite: true, cancellationToken);
        return new RunEntry(name, writer.Facts, length, file);
    }

    /// <summary>Deletes runs that no history names any more.</summary>
    public async Task DeleteAsync(string scope, IEnumerable<string> runs, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            await _memory.GetBlobClient($"{scope}/{run}").DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>All scopes, and in each the runs that were written before a time, whether they count or not.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ScopesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var scopes = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var old = new List<(string Scope, string Run)>();
        await foreach (var blob in _memory.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            var end = blob.Name.LastIndexOf('/');
            if (blob.Name.EndsWith(ManifestEnd, StringComparison.Ordinal))
            {
                scopes.Add(blob.Name[..end], []);
            }
            else if (blob.Properties.LastModified < before)
            {
                old.Add((blob.Name[..end], blob.Name[(end + 1)..]));
            }
        }

        foreach (var runs in old.GroupBy(run => run.Scope, run => run.Run).Where(runs => scopes.ContainsKey(runs.Key)))
        {
            scopes[runs.Key] = [.. runs];
        }

        return scopes;
    }
}
