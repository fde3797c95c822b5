using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Register;
using Kpr.Functions.Azure;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Local.Demo;

/// <summary>
/// The main job, shown on this machine: a small set of files goes in through blob storage, is judged by a fan-out over queues,
/// lands in the register and comes back as receipts; then cases are played until their applicants have their data. Good only if every receipt is what the
/// generator expected, and the cases went as they should.
/// </summary>
/// <param name="folder">A fresh folder for everything the demo leaves.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoRun(string folder, CommandOutput output)
{
    private readonly string _results = Path.Combine(folder, "results");

    /// <summary>Plays the demo.</summary>
    /// <returns>Whether every receipt is as expected.</returns>
    public async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        await output.Error.WriteLineAsync("Setter opp: Azurite, køer og funksjoner på ledige porter");
        await using var azurite = await AzuriteProcess.StartAsync(
            new AzuriteOptions { AccountCount = 1, Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)] },
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

        using var http = new HttpClient { BaseAddress = system.Host.Address };
        var scenario = new DemoScenario(system.Storage.Landing, http, folder, output);
        var receipts = await scenario.PlayAsync(cancellation);

        var report = new DemoReport(output.Out);
        report.WriteReceipts(receipts);
        report.WriteFindings(receipts);
        await SaveAsync(system, cancellation);
        report.WriteRegister(await ManifestsAsync(system.Storage.Register, cancellation));
        report.WritePlaces(scenario.Files, _results);
        var agree = report.WriteDifferences(receipts);
        return await new DemoCases(azurite.NextAccount(), Path.Combine(folder, "cases"), output).PlayAsync(cancellation) && agree;
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
}
