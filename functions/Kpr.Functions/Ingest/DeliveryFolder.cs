using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Deliveries of several files: they lie in one folder of the inbox with a manifest that names them, and come in any
/// order. Whichever comes last finds the others there; until then nothing is claimed and nothing is kept.
/// </summary>
public sealed class DeliveryFolder(StorageAccounts storage, IngestLedger ledger, TimeProvider clock, IOptions<IngestOptions> options, ILogger<DeliveryFolder> log)
{
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    /// <summary>A longer file is no manifest: it is read as a file, and refused.</summary>
    private const int LongestManifest = 1 << 20;

    private readonly BlobContainerClient _incoming = storage.Landing.GetBlobContainerClient(Containers.Incoming);

    /// <summary>The file to take in when a file has landed.</summary>
    /// <returns>
    /// The file itself where it stands for itself; the manifest when its delivery is complete; null when something is
    /// still to come. What waits too long is taken in as it is, and the receipt tells what is missing.
    /// </returns>
    public async Task<IncomingFile?> CompleteAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        if (file.TryAddress(out _) is not { Feed.ManifestName: { } manifestName } address || await ledger.FindAsync(file.Key, cancellationToken) is not null)
        {
            return file;
        }

        var blobs = await ListAsync(FolderOf(file.BlobName), cancellationToken);
        var name = FolderOf(file.BlobName) + manifestName;
        if (!blobs.TryGetValue(name, out var blob))
        {
            return name == file.BlobName || WaitsTooLong(blobs, file.BlobName) ? file : Wait(file);
        }

        var manifest = IncomingFile.Of(name, blob.Properties.ETag!.Value.ToString());
        if (name == file.BlobName && manifest != file)
        {
            // Overwritten: the new version knocks for itself.
            return file;
        }

        return WaitsTooLong(blobs, name) || !await LacksAnyAsync(name, blob, address, blobs, cancellationToken) ? manifest : Wait(file);
    }

    /// <summary>The files of a delivery as they lie there now: name and ETag, one a line.</summary>
    public async Task<string> PinAsync(IncomingFile manifest, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        var folder = FolderOf(manifest.BlobName);
        var blobs = await ListAsync(folder, cancellationToken);
        var names = blobs.TryGetValue(manifest.BlobName, out var blob) ? await NamedInAsync(manifest.BlobName, blob, address, cancellationToken) : [];
        return string.Join('\n', names.Where(name => blobs.ContainsKey(folder + name)).Select(name => $"{name}\t{blobs[folder + name].Properties.ETag!.Value.ToString().Trim('"')}"));
    }

    /// <summary>The blobs that were pinned: name in the delivery, blob, and ETag.</summary>
    public static IEnumerable<(string Name, string BlobName, string ETag)> Parts(FileRow row) =>
        row.Parts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(part => (part[0], FolderOf(row.BlobName) + part[0], part[1]));

    private static string FolderOf(string blobName) => blobName[..(blobName.LastIndexOf('/') + 1)];

    private async Task<Dictionary<string, BlobItem>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        var blobs = new Dictionary<string, BlobItem>(StringComparer.Ordinal);
        await foreach (var blob in _incoming.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
        {
            // Not what lies in folders below.
            if (blob.Name.IndexOf('/', folder.Length) < 0)
            {
                blobs[blob.Name] = blob;
            }
        }

        return blobs;
    }

    private async Task<bool> LacksAnyAsync(
        string name, BlobItem manifest, IncomingFile.Address address, Dictionary<string, BlobItem> blobs, CancellationToken cancellationToken) =>
        (await NamedInAsync(name, manifest, address, cancellationToken)).Any(part => !blobs.ContainsKey(FolderOf(name) + part));

    private async Task<IReadOnlyList<string>> NamedInAsync(string name, BlobItem manifest, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        if (manifest.Properties.ContentLength > LongestManifest)
        {
            return [];
        }

        try
        {
            var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = manifest.Properties.ETag } };
            return address.Feed.PartsNamedIn((await _incoming.GetBlobClient(name).DownloadContentAsync(options, cancellationToken)).Value.Content.ToMemory());
        }
        catch (RequestFailedException e) when (e.Status is PreconditionFailed or NotFound)
        {
            // Overwritten or taken out meanwhile: that version, if there is one, knocks for itself.
            return [];
        }
    }

    private bool WaitsTooLong(Dictionary<string, BlobItem> blobs, string name) =>
        blobs.TryGetValue(name, out var blob) && blob.Properties.LastModified + options.Value.HoldDelivery < clock.GetUtcNow();

    private IncomingFile? Wait(IncomingFile file)
    {
        Log.DeliveryIncomplete(log, file.Key);
        return null;
    }
}
