using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local.Running;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Local.Demo;

/// <summary>
/// The main job, shown: a small set of files goes in through blob storage, is judged by a fan-out over queues,
/// lands in the register and comes back as receipts. Good only if every receipt is what the generator expected.
/// </summary>
/// <param name="folder">A fresh folder for everything the demo leaves.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoRun(string folder, CommandOutput output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly string _files = Path.Combine(folder, "files");
    private readonly string _results = Path.Combine(folder, "results");

    /// <summary>Plays the demo.</summary>
    /// <returns>Whether every receipt is as expected.</returns>
    public async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        await Tell("Setter opp: Azurite, køer og funksjoner på ledige porter");
        await using var azurite = await AzuriteProcess.StartAsync(
            new AzuriteOptions { AccountCount = 0, Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)] },
            output.Error.WriteLine, cancellation);
        await using var system = await LocalSystem.StartAsync(
            new LocalSystemOptions
            {
                Name = $"demo-{Environment.ProcessId}",
                StateFolder = folder,
                LogFile = Path.Combine(folder, "log.txt"),
                Accounts = LocalSystemOptions.AccountsOf(azurite),
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kpr:Ingest:ChunkRecords"] = "100" },
            },
            cancellation);

        var reference = await DemoReference.LoadAsync(system, Path.Combine(folder, "reference"), cancellation);
        await Tell($"Referansedata {reference.Label} er lastet: oppdiktede takster, ICPC-2 og ICD-10 (versjon {reference.Version})");

        await Tell("Lager et lite sett med syntetiske filer (kpr generate --set tiny)");
        await GenerateAsync(cancellation);
        var expected = ExpectedReceipt.Read(_files);

        var watch = Stopwatch.StartNew();
        var uploads = new List<(ExpectedReceipt Expected, IncomingFile File)>();
        foreach (var file in expected)
        {
            uploads.Add((file, await UploadAsync(system, file.Path, cancellation)));
        }

        await Tell($"{uploads.Count} filer er lastet opp til containeren incoming");
        var receipts = await WaitAsync(system, uploads, cancellation);
        await Tell($"{receipts.Count} kvitteringer etter {watch.Elapsed.TotalSeconds:0.0} s");

        var report = new DemoReport(output.Out);
        var differences = receipts.SelectMany(pair => pair.Expected.Differences(pair.Receipt).Select(text => $"{pair.Expected.Path}: {text}")).ToList();
        report.WriteReceipts(receipts);
        report.WriteFindings(receipts);
        await SaveAsync(system, cancellation);
        report.WriteRegister(await ManifestsAsync(system.Storage.Register, cancellation));
        report.WritePlaces(_files, _results);
        report.WriteDifferences(differences);
        return differences.Count == 0;
    }

    // A manifest goes first here: its delivery waits for the rest.
    private async Task<IncomingFile> UploadAsync(LocalSystem system, string path, CancellationToken cancellation)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        IncomingFile? file = null;
        foreach (var part in OutgoingFiles.Of(Path.Combine(_files, path), Feeds.Find(path[..path.IndexOf('/', StringComparison.Ordinal)])!).Reverse())
        {
            await using var content = File.OpenRead(part);
            var sent = await system.UploadAsync(folder + Path.GetFileName(part), content, cancellation);
            file ??= sent;
        }

        return file!;
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

    private async Task<IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)>> WaitAsync(
        LocalSystem system, List<(ExpectedReceipt Expected, IncomingFile File)> uploads, CancellationToken cancellation)
    {
        var status = system.Services.GetRequiredService<FileStatus>();
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        while (receipts.Count < uploads.Count)
        {
            foreach (var (expected, file) in uploads.Where(upload => !receipts.ContainsKey(upload.Expected.Path)))
            {
                if (await status.FindAsync(file.Key, cancellation) is { State: FileState.Completed, Receipt: { } address })
                {
                    var blob = system.Storage.Landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient(address);
                    var content = (await blob.DownloadContentAsync(cancellation)).Value.Content;
                    receipts[expected.Path] = JsonSerializer.Deserialize(content, ReceiptJson.Indented.Receipt)!;
                    await Tell($"  {receipts.Count,3} av {uploads.Count}: {ReceiptText.Name(receipts[expected.Path].Status),-14} {expected.Path}");
                }
            }

            if (watch.Elapsed > Longest)
            {
                throw new TimeoutException($"{uploads.Count - receipts.Count} av {uploads.Count} filer har ingen kvittering etter {Longest.TotalMinutes} minutter. Se {Path.Combine(folder, "log.txt")}.");
            }

            await Task.Delay(Look, cancellation);
        }

        return [.. uploads.Select(upload => (upload.Expected, receipts[upload.Expected.Path]))];
    }

    // Azurite keeps blobs in a form of its own; what people want to look at is laid out as files.
    private async Task SaveAsync(LocalSystem system, CancellationToken cancellation)
    {
        await SaveAsync(system.Storage.Landing, Containers.Receipts, cancellation);
        await SaveAsync(system.Storage.Landing, Containers.Quarantine, cancellation);
        await SaveAsync(system.Storage.Register, Containers.Register, cancellation);
        await SaveAsync(system.Storage.Identity, Containers.Identity, cancellation);
        await SaveAsync(system.Storage.Audit, Containers.Audit, cancellation);
    }

    private async Task SaveAsync(BlobServiceClient account, string container, CancellationToken cancellation)
    {
        var client = account.GetBlobContainerClient(container);
        await foreach (var blob in client.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            var path = Path.Combine(_results, container, blob.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var target = File.Create(path);
            await using var content = await client.GetBlobClient(blob.Name).OpenReadAsync(cancellationToken: cancellation);
            await content.CopyToAsync(target, cancellation);
        }
    }

    private static async Task<IReadOnlyList<PartitionManifest>> ManifestsAsync(BlobServiceClient register, CancellationToken cancellation)
    {
        var container = register.GetBlobContainerClient(Containers.Register);
        var manifests = new List<PartitionManifest>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            if (blob.Name.EndsWith("/manifest.json", StringComparison.Ordinal))
            {
                var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content;
                manifests.Add(JsonSerializer.Deserialize(content, RegisterJson.Indented.PartitionManifest)!);
            }
        }

        return manifests;
    }

    private Task Tell(string text) => output.Error.WriteLineAsync(text);
}
