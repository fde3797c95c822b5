using System.Globalization;
using Azure.Data.Tables;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Tests.Crash;

/// <summary>One run over the files of the matrix, on an account and in a folder of its own: begun, perhaps broken off, finished.</summary>
internal sealed class CrashRun : IDisposable
{
    private const int MostRounds = 12;

    // Past message locks, leases and the time after which a file counts as stuck.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _count;

    private readonly MovableClock _clock = new(new FrozenTime());
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"crash-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
    private readonly AzuriteAccount _account;
    private readonly Action<ILoggingBuilder>? _logging;
    private readonly IReadOnlyList<(string Name, byte[] Content)> _files;

    public CrashRun(
        AzuriteAccount account, string? folder = null, Action<ILoggingBuilder>? logging = null, IReadOnlyList<(string Name, byte[] Content)>? files = null)
    {
        _account = account;
        _files = files ?? CrashFiles.All;
        _logging = logging;
        Folder = folder ?? Directory.CreateTempSubdirectory("kpr-crash-").FullName;
    }

    // The file that leans on an earlier one comes in the usual run only.
    private bool HasSecond => ReferenceEquals(_files, CrashFiles.All);

    /// <summary>Where queues and keys are.</summary>
    public string Folder { get; }

    /// <summary>Lays the files into the inbox, and keys that are the same in every run into the folder.</summary>
    public async Task PrepareAsync()
    {
        FixedKeys.Write(Folder);
        var inbox = new global::Azure.Storage.Blobs.BlobServiceClient(_account.ConnectionString).GetBlobContainerClient(Containers.Incoming);
        await inbox.CreateIfNotExistsAsync();
        foreach (var file in _files)
        {
            await UploadAsync(inbox, file);
        }
    }

    /// <summary>Runs until nothing is left to do, or until <paramref name="onCall"/> breaks the run off.</summary>
    /// <returns>Number of I/O calls made.</returns>
    public async Task<long> RunAsync(Action<IoSwitch, IoCall, IoPhase>? onCall)
    {
        var io = new IoSwitch();
        io.OnCall = onCall is null ? null : (call, phase) => onCall(io, call, phase);
        string[] scopes = [_account.Name, $"{_name}.servicebus.local"];
        IoSwitch.Share(io, scopes);
        try
        {
            await using var system = await LocalSystem.StartAsync(Options(io));
            await system.Host.WhenIdleAsync(Patience);
            if (HasSecond && !io.Stopped.IsCompleted)
            {
                using (IoSwitch.Unobserved())
                {
                    await UploadAsync(system.Storage.Landing.GetBlobContainerClient(Containers.Incoming), CrashFiles.Second);
                }

                await system.Host.WhenIdleAsync(Patience);
            }

            if (!io.Stopped.IsCompleted)
            {
                // A repetition waits for the first of its kind.
                _clock.Advance(TimeSpan.FromMinutes(1));
                await system.Host.WhenIdleAsync(Patience);
            }
        }
        catch (IoStopException)
        {
            // Broken off while starting.
        }
        finally
        {
            IoSwitch.Forget(scopes);
        }

        return io.Count;
    }

    /// <summary>Starts a new system on what is there, and lets time pass until it has finished everything.</summary>
    /// <returns>What there is then.</returns>
    public async Task<SystemImage> FinishAsync()
    {
        await using var system = await LocalSystem.StartAsync(Options(null));
        await FinishAsync(system);
        if (HasSecond && !await HasComeAsync(system, CrashFiles.Second.Name))
        {
            await UploadAsync(system.Storage.Landing.GetBlobContainerClient(Containers.Incoming), CrashFiles.Second);
            await FinishAsync(system);
        }

        return await SystemImage.ReadAsync(system);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task UploadAsync(global::Azure.Storage.Blobs.BlobContainerClient inbox, (string Name, byte[] Content) file) =>
        await inbox.GetBlobClient(file.Name).UploadAsync(BinaryData.FromBytes(file.Content), overwrite: true);

    private static async Task<bool> HasComeAsync(LocalSystem system, string name)
    {
        await foreach (var _ in system.Storage.Ledger.GetTableClient(IngestLedger.Table).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"BlobName eq {name}")))
        {
            return true;
        }

        return false;
    }

    private async Task FinishAsync(LocalSystem system)
    {
        for (var round = 0; round < MostRounds && !await IsDoneAsync(system); round++)
        {
            _clock.Advance(Pause);
            await system.Host.WhenIdleAsync(Patience);
        }
    }

    private static async Task<bool> IsDoneAsync(LocalSystem system)
    {
        await foreach (var _ in system.Storage.Ledger.GetTableClient(IngestLedger.Table).QueryAsync<TableEntity>("PartitionKey eq 'open'"))
        {
            return false;
        }

        await foreach (var _ in system.Storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobsAsync())
        {
            return false;
        }

        return Queues.All.All(queue => system.Bus.Count(queue.Name) == default);
    }

    private LocalSystemOptions Options(IoSwitch? io) => new()
    {
        Name = _name,
        StateFolder = Folder,
        Accounts = LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => _account.ConnectionString, StringComparer.Ordinal),
        Clock = _clock,
        Settings = new Dictionary<string, string?> { ["Kpr:Ingest:ChunkRecords"] = CrashFiles.ChunkRecords.ToString(CultureInfo.InvariantCulture) },
        Configure = (services, logging) =>
        {
            services.AddSingleton<NonceSource, RepeatableNonces>();
            _logging?.Invoke(logging);
        },
        ConfigureHost = host =>
        {
            host.OneAtATime = true;
            host.Switch = io;
            host.BlobPollInterval = TimeSpan.FromMilliseconds(30);
        },
    };
}
