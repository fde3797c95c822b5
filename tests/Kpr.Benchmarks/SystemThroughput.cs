using System.Diagnostics;
using System.Text.Json;
using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Receipts;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Benchmarks;

/// <summary>How fast care events go through the whole local system, from upload to receipt, and where the time goes.</summary>
internal static class SystemThroughput
{
    private const int RecordsInFile = 10_000;

    private static readonly string[] Senders = ["0301", "4601", "5001", "1103", "4204", "3301", "5501", "1508", "3401", "5601"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Measures.</summary>
    public static async Task<string> RunAsync()
    {
        var files = Senders.Select(sender => (
            Address: $"care-events/{sender}/events.xml",
            Path: BenchmarkFiles.Get($"care-events-{sender}-{RecordsInFile}.xml", target => new CareEventFile(sender, RecordsInFile).Write(target)))).ToList();
        var bytes = files.Sum(file => new FileInfo(file.Path).Length);
        var records = (long)RecordsInFile * files.Count;
        await MeasureAsync([files[0]], oneAtATime: false);
        var table = new MarkdownTable(
            "", "time", "records", "throughput", "a storage request under way", "requests", "CPU: ours", "CPU: Azurite");
        foreach (var (how, oneAtATime) in ((string, bool)[])[("as it runs, four messages of a queue at once", false), ("one thing at a time", true)])
        {
            var run = await MeasureAsync(files, oneAtATime);
            table.Add(
                how, Figures.Seconds(run.Elapsed), Figures.Records(records, run.Elapsed), Figures.Throughput(bytes, run.Elapsed),
                Figures.Share(run.InStorage.TotalSeconds, run.Elapsed.TotalSeconds), $"{run.Requests}",
                Figures.Seconds(run.OwnCpu), Figures.Seconds(run.AzuriteCpu));
        }

        return $"""
            {files.Count} files of {files.Count} municipalities, {records} notifications, {Figures.Megabytes(bytes)}: from the first upload until nothing is
            left to do, every file accepted whole, with receipt, register segments, identity, audit and archive. Clients, functions, queues (SQLite)
            and Azurite (node, data on disk) share the machine. With one thing at a time, "a storage request under way" is Azurite's share of the time, but
            for bodies of downloads, which are read after the head of the answer.

            {table}
            """;
    }

    private static async Task<Run> MeasureAsync(List<(string Address, string Path)> files, bool oneAtATime)
    {
        var folder = Directory.CreateTempSubdirectory("kpr-benchmark-").FullName;
        var clock = new StorageClock();
        IoSwitch.Share(new IoSwitch { OnCall = clock.Note }, [.. LocalSystemOptions.AccountNames.Values]);
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions
            {
                DataFolder = Path.Combine(folder, "azurite"),
                AccountCount = 0,
                Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)],
            });
            await using var system = await LocalSystem.StartAsync(new LocalSystemOptions
            {
                Name = $"benchmark-{oneAtATime}-{files.Count}",
                StateFolder = folder,
                Accounts = LocalSystemOptions.AccountsOf(azurite),
                ConfigureHost = host => host.OneAtATime = oneAtATime,
            });
            return await MeasureAsync(system, azurite.ProcessId, files, clock);
        }
        finally
        {
            IoSwitch.Forget([.. LocalSystemOptions.AccountNames.Values]);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Run> MeasureAsync(LocalSystem system, int azurite, List<(string Address, string Path)> files, StorageClock clock)
    {
        using var own = Process.GetCurrentProcess();
        using var node = Process.GetProcessById(azurite);
        var (ownBefore, nodeBefore) = (own.TotalProcessorTime, node.TotalProcessorTime);
        var (inStorage, requests) = (clock.Elapsed, clock.Requests);
        var watch = Stopwatch.StartNew();
        var uploaded = new List<IncomingFile>();
        foreach (var (address, path) in files)
        {
            await using var content = File.OpenRead(path);
            uploaded.Add(await system.UploadAsync(address, content));
        }

        await system.Host.WhenIdleAsync(Patience);
        var elapsed = watch.Elapsed;
        own.Refresh();
        node.Refresh();
        var run = new Run(
            elapsed, own.TotalProcessorTime - ownBefore, node.TotalProcessorTime - nodeBefore, clock.Elapsed - inStorage, clock.Requests - requests);
        foreach (var file in uploaded)
        {
            await MustBeAcceptedAsync(system, file);
        }

        return run;
    }

    private static async Task MustBeAcceptedAsync(LocalSystem system, IncomingFile file)
    {
        var answer = await system.Services.GetRequiredService<FileStatus>().FindAsync(file.Key, CancellationToken.None);
        var blob = system.Storage.Landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient(answer?.Receipt ?? "missing");
        var receipt = JsonSerializer.Deserialize((await blob.DownloadContentAsync()).Value.Content, ReceiptJson.Indented.Receipt)!;
        if (receipt.Counts.Accepted != RecordsInFile)
        {
            throw new InvalidOperationException($"{file.BlobName}: {ReceiptText.Write(receipt)}");
        }
    }

    private sealed record Run(TimeSpan Elapsed, TimeSpan OwnCpu, TimeSpan AzuriteCpu, TimeSpan InStorage, int Requests);
}
