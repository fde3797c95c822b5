using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Receipts;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Crash;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Tests;

/// <summary>The whole system for one test: fresh storage accounts, its own queues and folder, a movable clock.</summary>
internal sealed class TestSystem : IAsyncDisposable
{
    private static int _count;

    private readonly LocalSystemOptions _options;
    private readonly string _folder;

    private TestSystem(LocalSystemOptions options, string folder, MovableClock clock, LogLines logs)
    {
        _options = options;
        _folder = folder;
        Clock = clock;
        Logs = logs;
    }

    public LocalSystem System { get; private set; } = null!;

    public MovableClock Clock { get; }

    public LogLines Logs { get; }

    public static async Task<TestSystem> StartAsync(Func<LocalSystemOptions, LocalSystemOptions>? change = null)
    {
        var number = Interlocked.Increment(ref _count);
        var folder = Directory.CreateTempSubdirectory("kpr-test-").FullName;
        var clock = new MovableClock();
        var logs = new LogLines();
        var account = await SharedAzurite.NextAccountAsync();
        var options = new LocalSystemOptions
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"test-{Environment.ProcessId}-{number}"),
            StateFolder = folder,
            Accounts = LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => account.ConnectionString, StringComparer.Ordinal),
            Clock = clock,
            Configure = (services, logging) =>
            {
                services.AddSingleton<NonceSource, RepeatableNonces>();
                logging.AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
            },
            ConfigureHost = host => host.BlobPollInterval = TimeSpan.FromMilliseconds(30),
        };
        var test = new TestSystem(change?.Invoke(options) ?? options, folder, clock, logs);
        test.System = await LocalSystem.StartAsync(test._options);
        return test;
    }

    public async Task RestartAsync()
    {
        await System.DisposeAsync();
        System = await LocalSystem.StartAsync(_options);
    }

    public Task UploadAsync(string blobName, string content) => UploadAsync(blobName, Encoding.UTF8.GetBytes(content));

    public async Task UploadAsync(string blobName, byte[] content)
    {
        using var stream = new MemoryStream(content);
        await System.UploadAsync(blobName, stream);
    }

    /// <summary>Waits until nothing is left to do.</summary>
    public async Task SettleAsync()
    {
        await System.Host.PollNowAsync();
        await System.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
    }

    public async Task<IReadOnlyList<string>> ListAsync(string container, string prefix = "")
    {
        var names = new List<string>();
        await foreach (var blob in Of(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public async Task<byte[]> ReadAsync(string container, string name) =>
        (await Of(container).GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>The only receipt below an address.</summary>
    public async Task<Receipt> ReceiptAsync(string address)
    {
        var name = Assert.Single(await ListAsync(Containers.Receipts, address), name => name.EndsWith(".json", StringComparison.Ordinal));
        return JsonSerializer.Deserialize(await ReadAsync(Containers.Receipts, name), ReceiptJson.Indented.Receipt)!;
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private BlobContainerClient Of(string container) => (container switch
    {
        Containers.Register => System.Storage.Register,
        Containers.Identity => System.Storage.Identity,
        Containers.Audit => System.Storage.Audit,
        _ => System.Storage.Landing,
    }).GetBlobContainerClient(container);
}
