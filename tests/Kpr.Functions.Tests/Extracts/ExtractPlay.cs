using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Sealing;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Crash;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>An extract from its order until it is delivered, on an account and in a folder of its own: it may be broken off, and go on in a new system.</summary>
internal sealed class ExtractPlay : IDisposable
{
    private const int MostRounds = 12;

    // Past message locks and leases.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _count;

    private readonly MovableClock _clock = new(new FrozenTime());
    private readonly string _folder = Directory.CreateTempSubdirectory("kpr-extract-").FullName;
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"extract-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
    private readonly AzuriteAccount _account;
    private readonly ExtractWorld _world;
    private LocalSystem? _system;
    private bool _released;

    public ExtractPlay(AzuriteAccount account)
    {
        _account = account;
        _world = new ExtractWorld(() => _system!.Services);
        FixedKeys.Write(_folder);
    }

    /// <summary>Takes the claims in, and brings the case to where the register extracts.</summary>
    public async Task PrepareAsync()
    {
        await using var system = _system = await StartAsync(null, TestSystem.Only(type => $"{type.Namespace}.".StartsWith("Kpr.Functions.Ingest.", StringComparison.Ordinal)));
        var inbox = system.Storage.Landing.GetBlobContainerClient(Containers.Incoming);
        await inbox.GetBlobClient($"claims/{ClaimDocuments.Sender}/extracts.json").UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(ExtractWorld.Claims)), overwrite: true);
        await system.Host.PollNowAsync();
        await system.Host.WhenIdleAsync(Patience);
        await _world.BeginCaseAsync();
        await _world.OrderAsync();
    }

    /// <summary>Calls that the last run's start made, which nothing is broken off at.</summary>
    public long CallsOfStart { get; private set; }

    /// <summary>Runs until the extract is delivered, or until <paramref name="onCall"/> breaks the run off.</summary>
    /// <returns>Number of I/O calls made.</returns>
    public async Task<long> RunAsync(Action<IoSwitch, IoCall, IoPhase>? onCall)
    {
        var io = new IoSwitch();
        string[] scopes = [_account.Name, $"{_name}.servicebus.local"];
        try
        {
            // What a start does is the same for all of the system, and has its own tests.
            IoSwitch.Share(io, scopes);
            await using var system = _system = await StartAsync(io, Makers);
            CallsOfStart = io.Count;
            io.OnCall = onCall is null ? null : (call, phase) => onCall(io, call, phase);
            await system.Host.WhenIdleAsync(Patience);
            if (!io.Stopped.IsCompleted)
            {
                using (IoSwitch.Unobserved())
                {
                    await ReleaseAsync();
                }

                await system.Host.WhenIdleAsync(Patience);
            }
        }
        catch (Exception e) when (io.Stopped.IsCompleted && e is not Xunit.Sdk.XunitException)
        {
            // Broken off: whatever was under way says so in its own words.
        }
        finally
        {
            IoSwitch.Forget(scopes);
        }

        return io.Count;
    }

    /// <summary>Starts a new system on what is there, and lets time pass until the extract is delivered.</summary>
    /// <returns>What there is then, a line each.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        var image = new List<string>();
        await using var system = _system = await StartAsync(null, Makers);
        for (var round = 0; round < MostRounds; round++)
        {
            var state = await system.Services.GetRequiredService<ExtractStore>().FindStateAsync(ExtractWorld.Id, default);
            if (state is { Status: ExtractStatus.Delivered })
            {
                // Whatever else is under way: what the state calls a delivery is whole.
                await _world.OpenAsync();
                if (Queues.All.All(queue => system.Bus.Count(queue.Name) == default || queue.Name == Queues.NudgeCase) && await IsEmptyAsync(system, Containers.Prepared))
                {
                    break;
                }
            }
            else if (state is { Status: ExtractStatus.Prepared } && !_released)
            {
                await ReleaseAsync();
            }

            _clock.Advance(Pause);
            await system.Host.WhenIdleAsync(Patience);
        }

        await TellAsync(image);
        foreach (var container in (string[])[Containers.Extracting, Containers.Prepared, Containers.Cohorts])
        {
            image.Add($"{container} {(await IsEmptyAsync(system, container) ? "empty" : "not empty")}");
        }

        return image;
    }

    public void Dispose()
    {
        _world.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Func<LocalSystemOptions, LocalSystemOptions> Makers { get; } =
        TestSystem.Only(type => $"{type.Namespace}.".StartsWith("Kpr.Functions.Preparation.", StringComparison.Ordinal));

    private async Task ReleaseAsync()
    {
        _released = true;
        await _world.ReleaseAsync();
    }

    // Keys follow from a secret that is drawn anew in each run; all else must be equal.
    private async Task TellAsync(List<string> image)
    {
        var (state, services) = (await _world.StateAsync(), _system!.Services);
        image.Add($"{state.Status} {state.Message} {state.DecisionVersion} {state.Population} {state.Persons} {string.Join(' ', state.Tables ?? [])} {state.AboveLimits} {state.ReleasedBy}");
        image.AddRange((state.Files ?? []).Select(file => $"file {file.Name}"));
        image.AddRange((state.Read ?? []).Select(read => $"read {read.Partition} {read.Segments.Count}"));
        if (state.Delivery is { } delivery)
        {
            image.Add($"delivered {string.Join(' ', delivery.Files.Select(file => file.Name))}");
            var found = await ListAsync(_system.Storage.Deliveries.GetBlobContainerClient(Containers.Deliveries));
            image.AddRange(found.Except(delivery.Files.Select(file => $"{delivery.Folder}/{file.Name}")).Select(name => $"beside the delivery {name}"));
            var files = await _world.OpenAsync();
            image.AddRange(ExtractWorld.Rows(files["regning.csv"]).Select(row => $"row {row["kjonn"]} {row["fodselsaar"]} {row["tidspunkt_maaned"]}").Order(StringComparer.Ordinal));
            image.Add($"manifest of {DeliveryManifest.Read(files[DeliveryManifest.FileName])!.Files.Count}");
        }

        foreach (var name in await ListAsync(_system.Storage.Audit.GetBlobContainerClient(Containers.Audit), "disclosures/"))
        {
            var log = (await _system.Storage.Audit.GetBlobContainerClient(Containers.Audit).GetBlobClient(name).DownloadContentAsync()).Value.Content.ToMemory();
            image.Add($"ledger broken at {AuditLog.FirstBroken(log)}");
            image.AddRange(Encoding.UTF8.GetString(log.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => AuditLine.Read(text)!).Select(line => $"ledger {line.Action} {line.Object} {line.Party} {line.Outcome}"));
        }

        foreach (var name in await ListAsync(_system.Storage.Identity.GetBlobContainerClient(Containers.Disclosed)))
        {
            using var opened = new MemoryStream();
            var content = (await _system.Storage.Identity.GetBlobContainerClient(Containers.Disclosed).GetBlobClient(name).DownloadContentAsync()).Value.Content;
            await SealedStream.OpenAsync(content.ToStream(), opened, name, await services.GetRequiredService<IKeyRingSource>().GetAsync(default));
            var persons = new PersonSet();
            persons.Read(opened.ToArray());
            image.Add($"disclosed {name} {string.Join(' ', persons.InOrder())}");
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync(global::Azure.Storage.Blobs.BlobContainerClient container, string prefix = "")
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private static async Task<bool> IsEmptyAsync(LocalSystem system, string container) =>
        (await ListAsync((container == Containers.Cohorts ? system.Storage.CaseFiles : system.Storage.Register).GetBlobContainerClient(container))).Count == 0;

    private Task<LocalSystem> StartAsync(IoSwitch? io, Func<LocalSystemOptions, LocalSystemOptions> apps) => LocalSystem.StartAsync(apps(new LocalSystemOptions
    {
        Name = _name,
        StateFolder = _folder,
        Accounts = LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => _account.ConnectionString, StringComparer.Ordinal),
        Clock = _clock,
        Configure = (services, logging) => services.AddSingleton<NonceSource, RepeatableNonces>(),
        ConfigureHost = host =>
        {
            host.OneAtATime = io is not null;
            host.Switch = io;
            host.BlobPollInterval = TimeSpan.FromMilliseconds(30);
        },
    }));
}
