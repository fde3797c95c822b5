using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Linkages;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Crash;
using Kpr.Functions.Tests.Extracts;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>Keys of a linkage from their order until they are issued, or until they are destroyed, on an account and in a folder of their own: the run may be broken off, and go on in a new system.</summary>
internal sealed class LinkagePlay : IDisposable
{
    private const int MostRounds = 12;

    // Past message locks and leases.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _count;

    private readonly MovableClock _clock = new(new FrozenTime());
    private readonly string _folder = Directory.CreateTempSubdirectory("kpr-linkage-").FullName;
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"linkage-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
    private readonly AzuriteAccount _account;
    private readonly bool _ends;
    private readonly ExtractWorld _world;
    private readonly LinkageWorld _linkage;
    private LocalSystem? _system;

    /// <summary>Prepares.</summary>
    /// <param name="account">The account.</param>
    /// <param name="ends">Whether it is their end that is broken off, and not their making.</param>
    public LinkagePlay(AzuriteAccount account, bool ends)
    {
        (_account, _ends) = (account, ends);
        _world = new ExtractWorld(() => _system!.Services, linked: true);
        _linkage = new LinkageWorld(_world);
        FixedKeys.Write(_folder);
    }

    /// <summary>Brings the case to where keys are issued, and orders them; where their end is played, they are made.</summary>
    public async Task PrepareAsync()
    {
        await using (_system = await StartAsync(null, Nobody))
        {
            await _world.BeginCaseAsync();
            await _linkage.NextBatchAsync();
            await _linkage.KeepOrderAsync(await _linkage.ListAsync(ExtractWorld.People.Select(person => person.Number).Append("12345678901")));
        }

        if (_ends)
        {
            await using (_system = await StartAsync(null, Makers))
            {
                await _linkage.TellAsync(LinkageStatus.Ordered);
                await _system.Host.WhenIdleAsync(Patience);
                Assert.Equal(LinkageStatus.Issued, (await _linkage.StateAsync()).Status);
            }

            await using (_system = await StartAsync(null, Nobody))
            {
                await _linkage.KeepEndAsync();
            }
        }
    }

    /// <summary>Runs to the end, or until <paramref name="onCall"/> breaks the run off.</summary>
    /// <returns>Number of I/O calls made, and how many of them the start took, which is never broken off.</returns>
    public async Task<(long Calls, long Start)> RunAsync(Action<IoSwitch, IoCall, IoPhase>? onCall)
    {
        var (io, start) = (new IoSwitch(), 0L);
        string[] scopes = [_account.Name, $"{_name}.servicebus.local"];
        try
        {
            // What a start does is the same for all of the system, and has its own tests.
            IoSwitch.Share(io, scopes);
            await using var system = _system = await StartAsync(io, Makers);
            start = io.Count;
            io.OnCall = onCall is null ? null : (call, phase) => onCall(io, call, phase);
            using (IoSwitch.Unobserved())
            {
                await _linkage.TellAsync(_ends ? LinkageStatus.Ended : LinkageStatus.Ordered);
            }

            await system.Host.WhenIdleAsync(Patience);
        }
        catch (Exception e) when (io.Stopped.IsCompleted && e is not Xunit.Sdk.XunitException)
        {
            // Broken off: whatever was under way says so in its own words.
        }
        finally
        {
            IoSwitch.Forget(scopes);
        }

        return (io.Count, start);
    }

    /// <summary>Starts a new system on what is there, and lets time pass until the keys are issued, or destroyed.</summary>
    /// <returns>What there is then, a line each.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        await using var system = _system = await StartAsync(null, Makers);
        for (var round = 0; round < MostRounds && !await IsDoneAsync(system); round++)
        {
            _clock.Advance(Pause);
            await system.Host.WhenIdleAsync(Patience);
        }

        var image = new List<string>();
        await TellAsync(image);
        return image;
    }

    public void Dispose()
    {
        _linkage.Dispose();
        _world.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Func<LocalSystemOptions, LocalSystemOptions> Makers { get; } =
        TestSystem.Only(type => $"{type.Namespace}.".StartsWith("Kpr.Functions.Preparation.Linkages.", StringComparison.Ordinal));

    private static Func<LocalSystemOptions, LocalSystemOptions> Nobody { get; } = TestSystem.Only(_ => false);

    private async Task<bool> IsDoneAsync(LocalSystem system) =>
        await _linkage.StateOrNoneAsync() is { } state && (_ends ? state.DestroyedAt is not null : state.Status == LinkageStatus.Issued)
        && system.Bus.Count(Queues.PrepareLinkage) == default && (await ListAsync(system.Storage.CaseFiles, Containers.Cohorts)).Count == 0
        && (await ListAsync(system.Storage.Register, Containers.Extracting)).Count == 0;

    // Numbers follow from a secret that is drawn anew in each run; all else must be equal.
    private async Task TellAsync(List<string> image)
    {
        var (state, storage) = (await _linkage.StateAsync(), _system!.Storage);
        image.Add($"{state.Status} {state.Message} {state.List} {state.Persons} {state.DestroyedAt is not null}");
        image.AddRange((state.Files ?? []).Select(file => $"file {file.Name}"));
        image.AddRange((await ListAsync(storage.Deliveries, Containers.Linkages)).Select(name => $"there {name}"));
        image.AddRange((await ListAsync(storage.CaseFiles, Containers.Cohorts)).Select(name => $"list {name}"));
        image.AddRange((await ListAsync(storage.Register, Containers.Extracting)).Select(name => $"left {name}"));
        image.AddRange((await ListAsync(storage.Identity, Containers.Projects)).Where(name => !name.StartsWith("register/", StringComparison.Ordinal)).Select(name => $"secret {name}"));
        if (!_ends)
        {
            var keys = await _linkage.KeysAsync();
            image.AddRange(keys.Keys.Order(StringComparer.Ordinal).Select(number => $"number {number}"));
            image.Add($"{keys.Values.Distinct().Count()} serial numbers");
            var maps = new[] { ReadMap(await _linkage.MapAsync(LinkageWorld.Kpr)), ReadMap(await _linkage.MapAsync(LinkageWorld.Npr)) };
            image.Add($"maps of {maps[0].Count} and {maps[1].Count}, of the same persons {maps[0].Values.Order().SequenceEqual(maps[1].Values.Order())}, of the key file {maps[1].Keys.Order().SequenceEqual(keys.Values.Order())}");
        }

        foreach (var name in await ListAsync(storage.Audit, Containers.Audit, "persons/"))
        {
            var lines = await _system.Services.GetRequiredService<AuditLog>().ReadAsync(name, default);
            image.AddRange(lines.Where(line => line.Action.StartsWith("linkage", StringComparison.Ordinal)).Select(line => $"audit {line.Actor} {line.Action} {line.Object} {line.Outcome}"));
        }
    }

    // The keys of the project by serial number, as the format is written down (LinkerKeys).
    private static Dictionary<string, string> ReadMap(byte[] map)
    {
        var (read, at) = (new Dictionary<string, string>(StringComparer.Ordinal), 0);
        for (var lines = 0; lines < 4; at++)
        {
            lines += map[at] == '\n' ? 1 : 0;
        }

        while (at < map.Length)
        {
            var length = map[at + 10];
            read.Add(new Kpr.Core.Linking.SerialNumber(map.AsSpan(at, 10)).ToString(), Encoding.ASCII.GetString(map, at + 11, length));
            at += 11 + length;
        }

        return read;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(global::Azure.Storage.Blobs.BlobServiceClient account, string container, string prefix = "")
    {
        var names = new List<string>();
        await foreach (var blob in account.GetBlobContainerClient(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

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
