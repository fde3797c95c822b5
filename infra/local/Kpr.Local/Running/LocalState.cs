using System.Net.Sockets;
using Kpr.Functions;
using Kpr.Functions.Azure;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.Local.Running;

/// <summary>
/// The data of the system on this machine, for commands that work beside it: through the system's own storage while it runs, or
/// through a storage of their own over the same files when it does not. Runs no function.
/// </summary>
internal sealed class LocalState : IAsyncDisposable
{
    private const string Keys = "keys";
    private const string Data = "azurite";

    private readonly ServiceProvider _services;
    private readonly AzuriteProcess? _azurite;

    private LocalState(ServiceProvider services, AzuriteProcess? azurite)
    {
        _services = services;
        _azurite = azurite;
    }

    /// <summary>The storage accounts.</summary>
    public StorageAccounts Storage => Get<StorageAccounts>();

    /// <summary>A service of the app.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens the data of a folder.</summary>
    /// <param name="folder">The state folder of <c>kpr run</c>.</param>
    /// <param name="output">Where it is told why they cannot be opened.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null when there are none, or they cannot be opened; that has then been told.</returns>
    public static async Task<LocalState?> OpenAsync(string folder, CommandOutput output, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        var keyFile = Path.Combine(folder, Keys);
        if (!File.Exists(keyFile))
        {
            await output.Error.WriteLineAsync(
                Directory.Exists(Path.Combine(folder, Data)) ? $"Nøkkelfilen {keyFile} mangler. Uten den kan ingenting som er forseglet åpnes." : $"Ingen data i {folder}. Start systemet med: kpr run");
            return null;
        }

        if (RunFile.Find(folder) is { } run && await AnswersAsync(new Uri(run.Http), cancellation))
        {
            return new LocalState(Services(run.Accounts, keyFile), azurite: null);
        }

        if (!Directory.Exists(Path.Combine(folder, Data)))
        {
            await output.Error.WriteLineAsync($"Ingen data i {folder}. Start systemet med: kpr run");
            return null;
        }

        try
        {
            var azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions
                {
                    DataFolder = Path.Combine(folder, Data),
                    AccountCount = 0,
                    Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)],
                },
                output.Error.WriteLine, cancellation);
            return new LocalState(Services(LocalSystemOptions.AccountsOf(azurite), keyFile), azurite);
        }
        catch (AzuriteUnavailableException e)
        {
            await output.Error.WriteLineAsync(e.Message);
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    // A system that was killed leaves its run file behind.
    private static async Task<bool> AnswersAsync(Uri http, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(http.Host, http.Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static ServiceProvider Services(IReadOnlyDictionary<string, string> accounts, string keyFile)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(accounts.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .AddInMemoryCollection([KeyValuePair.Create("Kpr:Keys:File", (string?)keyFile)])
            .Build();
        return new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddKpr(configuration).BuildServiceProvider();
    }
}
