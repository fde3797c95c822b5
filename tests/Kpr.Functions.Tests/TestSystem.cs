using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Receipts;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Tests.Crash;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests;

/// <summary>The whole system for one test: fresh storage accounts, its own queues and folder, a movable clock.</summary>
internal sealed class TestSystem : IAsyncDisposable
{
    private static int _count;

    private readonly LocalSystemOptions _plain;
    private readonly LocalSystemOptions _options;
    private readonly string _folder;

    private TestSystem(LocalSystemOptions plain, LocalSystemOptions options, string folder, MovableClock clock, LogLines logs)
    {
        _plain = plain;
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
        FixedKeys.Write(folder);
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
        var test = new TestSystem(options, change?.Invoke(options) ?? options, folder, clock, logs);
        test.System = await LocalSystem.StartAsync(test._options);
        return test;
    }

    /// <summary>Connection string of the account that all the system's accounts are here.</summary>
    public string Connection => _options.Accounts["Landing"];

    public string BusConnection => LocalNamespace.ConnectionString(_options.Name);

    public string StateFile => Path.Combine(_folder, "service-bus.db");

    /// <summary>The scopes of the switch that sees every call of the system.</summary>
    public string[] Scopes => [System.Storage.Landing.AccountName, $"{_options.Name}.servicebus.local"];

    public T Get<T>()
        where T : notnull => System.Services.GetRequiredService<T>();

    /// <summary>Starts anew on what is there, with the usual options unless they are changed again.</summary>
    public async Task RestartAsync(Func<LocalSystemOptions, LocalSystemOptions>? change = null)
    {
        await System.DisposeAsync();
        System = await LocalSystem.StartAsync(change?.Invoke(_plain) ?? _plain);
    }

    /// <summary>Another system on the same accounts, queues and clock, as in another process.</summary>
    public Task<LocalSystem> StartAnotherAsync() => LocalSystem.StartAsync(_options with { Name = $"{_options.Name}-other" });

    /// <summary>Options for a system with only some of its functions.</summary>
    public static Func<LocalSystemOptions, LocalSystemOptions> Only(Predicate<Type> functions) =>
        options => options with { ConfigureHost = options.ConfigureHost + (host => host.Types = functions) };

    /// <summary>Options for a system with settings of its own.</summary>
    public static Func<LocalSystemOptions, LocalSystemOptions> With(params (string Name, string Value)[] settings) =>
        options => options with { Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value) };

    public Task<IncomingFile> UploadAsync(string blobName, string content) => UploadAsync(blobName, Encoding.UTF8.GetBytes(content));

    public async Task<IncomingFile> UploadAsync(string blobName, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await System.UploadAsync(blobName, stream);
    }

    /// <summary>Waits until nothing is left to do.</summary>
    public async Task SettleAsync()
    {
        if (!Get<IOptions<LocalHostOptions>>().Value.OneAtATime)
        {
            await System.Host.PollNowAsync();
        }

        await System.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Lets time pass, and waits until nothing is left to do.</summary>
    public async Task SettleAfterAsync(TimeSpan pause)
    {
        Clock.Advance(pause);
        await SettleAsync();
    }

    /// <summary>Everything there is, in a form that can be compared.</summary>
    public Task<SystemImage> ImageAsync() => SystemImage.ReadAsync(System);

    public async Task<FileRow> RowAsync(IncomingFile file) => Assert.IsType<FileRow>(await Get<IngestLedger>().FindAsync(file.Key, CancellationToken.None));

    /// <summary>Nothing half done, nothing given up, and nothing thrown.</summary>
    public async Task AssertTidyAsync()
    {
        var image = await ImageAsync();
        Assert.DoesNotContain(image.Names, name => name.StartsWith("open ", StringComparison.Ordinal) || name.StartsWith("queue ", StringComparison.Ordinal)
            || name.StartsWith("incoming/", StringComparison.Ordinal) || name.StartsWith("work/", StringComparison.Ordinal));
        var thrown = Logs.All.Where(line => line.Level >= LogLevel.Error || line.Text.Contains("Exception", StringComparison.Ordinal)).Select(line => line.Text).ToList();
        Assert.True(thrown.Count == 0, string.Join('\n', thrown));
    }

    /// <summary>Every message the queues still hold, dead letters and scheduled ones too, with all that is written on them.</summary>
    public async Task<IReadOnlyList<(string Id, string Text)>> MessagesAsync()
    {
        var messages = new List<(string, string)>();
        await using var client = new ServiceBusClient(BusConnection);
        foreach (var queue in Queues.All.SelectMany(queue => (string[])[queue.Name, queue.Name + Queues.DeadLetter]))
        {
            await using var receiver = client.CreateReceiver(queue);
            messages.AddRange((await receiver.PeekMessagesAsync(1_000)).Select(message => (
                message.MessageId, $"{message.MessageId}\n{message.Body}\n{message.DeadLetterReason}\n{message.DeadLetterErrorDescription}")));
        }

        return messages;
    }

    /// <summary>Opens what was sealed.</summary>
    public async Task<byte[]> OpenAsync(string container, string name, string? sealedAs = null)
    {
        using var content = new MemoryStream(await ReadAsync(container, name));
        using var opened = new MemoryStream();
        await SealedStream.OpenAsync(content, opened, sealedAs ?? name, await Get<IKeyRingSource>().GetAsync(default));
        return opened.ToArray();
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
        Containers.Register or Containers.Memory => System.Storage.Register,
        Containers.Identity or Containers.Persons => System.Storage.Identity,
        Containers.Audit => System.Storage.Audit,
        _ => System.Storage.Landing,
    }).GetBlobContainerClient(container);
}
