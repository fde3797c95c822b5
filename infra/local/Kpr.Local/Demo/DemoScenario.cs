using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local.Running;

namespace Kpr.Local.Demo;

/// <summary>
/// The scenario of the demo, from outside: reference data and files go in through blob storage, status and receipts come back
/// over HTTP and blobs. Nothing of the system's inside is used, so that it can be played against any host.
/// </summary>
/// <param name="landing">The account that files land in.</param>
/// <param name="http">Reaches the HTTP functions.</param>
/// <param name="folder">Where files and reference data are laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoScenario(BlobServiceClient landing, HttpClient http, string folder, CommandOutput output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly string _files = Path.Combine(folder, "files");

    /// <summary>Where the files are that were sent.</summary>
    public string Files => _files;

    /// <summary>Where the system's host can be asked to look for files that no event told of; null where events are told of.</summary>
    public Uri? Reconcile { get; init; }

    /// <summary>Plays the scenario.</summary>
    /// <returns>What was expected, and what came.</returns>
    /// <exception cref="TimeoutException">A file has no receipt in time, or was given up.</exception>
    /// <exception cref="HttpRequestException">The app cannot be reached, refuses, or fails.</exception>
    public async Task<IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)>> PlayAsync(CancellationToken cancellation)
    {
        var reference = await DemoReference.LoadAsync(landing, http, Path.Combine(folder, "reference"), cancellation);
        await Tell($"Referansedata {reference.Label} er lastet: oppdiktede takster, ICPC-2 og ICD-10 (versjon {reference.Version})");

        await Tell("Lager et lite sett med syntetiske filer (kpr generate --set tiny)");
        await GenerateAsync(cancellation);
        var watch = Stopwatch.StartNew();
        var uploads = new List<(ExpectedReceipt Expected, IncomingFile File)>();
        foreach (var file in ExpectedReceipt.Read(_files))
        {
            uploads.Add((file, await UploadAsync(file.Path, cancellation)));
        }

        await Tell($"{uploads.Count} filer er lastet opp til containeren incoming");
        var receipts = await WaitAsync(uploads, cancellation);
        await Tell($"{receipts.Count} kvitteringer etter {watch.Elapsed.TotalSeconds:0.0} s");
        return receipts;
    }

    private async Task GenerateAsync(CancellationToken cancellation)
    {
        // Made yesterday: a claim that is old when it arrives is a finding of its own.
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] generate = ["generate", "--set", "tiny", "--seed", "20260101", "--faults", "0.05", "--today", yesterday, "--out", _files];
        var code = await KprCommandLine.RunAsync(generate, TextWriter.Null, output.Error, cancellation);
        if (code != ExitCode.Good)
        {
            throw new InvalidOperationException($"kpr {string.Join(' ', generate)} ended with {code}.");
        }
    }

    // A manifest goes first here: its delivery waits for the rest.
    private async Task<IncomingFile> UploadAsync(string path, CancellationToken cancellation)
    {
        var container = landing.GetBlobContainerClient(Containers.Incoming);
        var folderName = path[..(path.LastIndexOf('/') + 1)];
        IncomingFile? file = null;
        foreach (var part in OutgoingFiles.Of(Path.Combine(_files, path), Feeds.Find(path[..path.IndexOf('/', StringComparison.Ordinal)])!).Reverse())
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
