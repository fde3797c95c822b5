using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local.Running;

namespace Kpr.Local.Demo;

/// <summary>
/// Sends files as their senders do, from outside: they go in through blob storage, status and receipts come back over HTTP and blobs. Nothing of the system's
/// inside is used, so that any host can be played against.
/// </summary>
/// <param name="landing">The account that files land in.</param>
/// <param name="http">Reaches the HTTP functions.</param>
/// <param name="files">The folder of the files, with <c>expected.json</c>.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoIntake(BlobServiceClient landing, HttpClient http, string files, CommandOutput output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Where the system's host can be asked to look for files that no event told of; null where events are told of.</summary>
    public Uri? Reconcile { get; init; }

    /// <summary>Sends all files, and waits for their receipts.</summary>
    /// <returns>What was expected, and what came.</returns>
    /// <exception cref="TimeoutException">A file has no receipt in time, or was given up.</exception>
    /// <exception cref="HttpRequestException">The app cannot be reached, refuses, or fails.</exception>
    public async Task<IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)>> SendAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var uploads = new List<(ExpectedReceipt Expected, IncomingFile File)>();
        foreach (var file in ExpectedReceipt.Read(files))
        {
            uploads.Add((file, await UploadAsync(file.Path, cancellation)));
        }

        await Tell($"{uploads.Count} filer er lastet opp til containeren incoming");
        var receipts = await WaitAsync(uploads, cancellation);
        await Tell($"{receipts.Count} kvitteringer etter {watch.Elapsed.TotalSeconds:0.0} s");
        return receipts;
    }

    // A manifest goes first here: its delivery waits for the rest.
    private async Task<IncomingFile> UploadAsync(string path, CancellationToken cancellation)
    {
        var container = landing.GetBlobContainerClient(Containers.Incoming);
        var folderName = path[..(path.LastIndexOf('/') + 1)];
        IncomingFile? file = null;
        foreach (var part in OutgoingFiles.Of(Path.Combine(files, path), Feeds.Find(path[..path.IndexOf('/', StringComparison.Ordinal)])!).Reverse())
        {
            await using var content = File.OpenRead(part);
            var name = folderName + Path.GetFileName(part);
            var sent = await container.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);
            file ??= IncomingFile.Of(name, sent.Value.ETag.ToString());
        }

        return file!;
    }

    private async Task<IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)>> WaitAsync(
        List<(ExpectedReceipt Expected, IncomingFile File)> uploads, CancellationToken cancellation)
    {
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        while (receipts.Count < uploads.Count)
        {
            await ReconcileAsync(cancellation);
            foreach (var (expected, file) in uploads.Where(upload => !receipts.ContainsKey(upload.Expected.Path)))
            {
                var (state, address, reason) = await FileStatusHttp.FindAsync(http, file.Key, cancellation);
                if (state is FileState.Failed or FileState.Refused)
                {
                    throw new TimeoutException($"{expected.Path} ble ikke tatt imot: {reason}.");
                }

                if (state == FileState.Completed && address is not null)
                {
                    var content = (await landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient(address).DownloadContentAsync(cancellation)).Value.Content;
                    receipts[expected.Path] = JsonSerializer.Deserialize(content, ReceiptJson.Indented.Receipt)!;
                    await Tell($"  {receipts.Count,3} av {uploads.Count}: {ReceiptText.Name(receipts[expected.Path].Status),-14} {expected.Path}");
                }
            }

            if (watch.Elapsed > Longest)
            {
                throw new TimeoutException($"{uploads.Count - receipts.Count} av {uploads.Count} filer har ingen kvittering etter {Longest.TotalMinutes} minutter.");
            }

            await Task.Delay(Look, cancellation);
        }

        return [.. uploads.Select(upload => (upload.Expected, receipts[upload.Expected.Path]))];
    }

    // Under the Core Tools nobody plays Event Grid: the timer that finds lost events is asked to run. Where it cannot be asked
    // (another host, or a host that guards its keys), the timer's own schedule finds the files.
    private async Task ReconcileAsync(CancellationToken cancellation)
    {
        if (Reconcile is not null)
        {
            using var nothing = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(Reconcile, nothing, cancellation);
        }
    }

    private Task Tell(string text) => output.Error.WriteLineAsync(text);
}
