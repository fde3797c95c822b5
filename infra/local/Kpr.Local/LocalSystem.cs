using Kpr.Functions;
using Kpr.Functions.Applications.Access;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local.Running;
using Kpr.Local.Telemetry;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kpr.Local;

/// <summary>The whole system on this machine: the function app on its local host, over Azurite and the local Service Bus.</summary>
public sealed class LocalSystem : IAsyncDisposable
{
    /// <summary>File of the local issuer's key in the state folder.</summary>
    public const string TokenKey = "token-key";

    private readonly IHost _app;
    private readonly LocalNamespace _bus;
    private bool _disposed;

    private LocalSystem(IHost app, LocalNamespace bus)
    {
        _app = app;
        _bus = bus;
        Storage = app.Services.GetRequiredService<StorageAccounts>();
        Host = app.Services.GetRequiredService<LocalFunctionsHost>();
    }

    /// <summary>The host: its address, its idleness, its end.</summary>
    public LocalFunctionsHost Host { get; }

    /// <summary>The storage accounts.</summary>
    public StorageAccounts Storage { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The queues.</summary>
    public LocalNamespace Bus => _bus;

    /// <summary>Starts the system; makes what is missing of containers, tables and keys.</summary>
    public static async Task<LocalSystem> StartAsync(LocalSystemOptions options, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(options.StateFolder);
        var stateFile = Path.Combine(options.StateFolder, "service-bus.db");
        var keyFile = Path.Combine(options.StateFolder, "keys");
        var bus = LocalNamespace.Register($"{options.Name}.servicebus.local", new LocalNamespaceOptions
        {
            StateFile = stateFile,
            Clock = options.Clock,
            Queues = [.. Queues.All.Select(ToLocal)],
        });
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.Configuration.AddInMemoryCollection(options.Accounts.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Configuration["ServiceBus"] = LocalNamespace.ConnectionString(options.Name);
        builder.Configuration["Kpr:Keys:File"] = keyFile;
        builder.Configuration["Kpr:Notices:MailFolder"] = Path.Combine(options.StateFolder, "mail");
        builder.Configuration["Kpr:Billing:AccessPointFolder"] = Path.Combine(options.StateFolder, "access-point");
        builder.Configuration["Kpr:Access:LocalKeys"] = Path.Combine(options.StateFolder, TokenKey);
        builder.Configuration["Kpr:Attachments:Scanner"] ??= "built-in";
        LocalIssuer.OpenOrCreate(builder.Configuration["Kpr:Access:LocalKeys"]!).Dispose();
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        if (options.LogFile is { } logFile)
        {
            builder.Logging.AddProvider(new LogFile(logFile));
        }

        if (options.Telemetry)
        {
            var logs = new LogCounts();
            builder.Logging.AddProvider(logs);
            builder.Services.AddSingleton(logs).AddSingleton<Recorder>().AddSingleton<TelemetryPage>();
        }

        builder.Services.AddSingleton(options.Clock);
        options.Configure?.Invoke(builder.Services, builder.Logging);
        builder.Services.AddKpr(builder.Configuration);
        builder.Services.Configure<LocalHostOptions>(host =>
        {
            host.Assemblies.Add(typeof(KprServices).Assembly);
            host.HttpPort = options.HttpPort;
            host.StateFile = stateFile;
            host.BlobEvents.Add(new BlobEventRoute(Containers.Incoming, "", Queues.FileArrived) { StorageConnection = "Landing" });
            if (options.Telemetry)
            {
                host.Pages[TelemetryPage.Path] = http => http.RequestServices.GetRequiredService<TelemetryPage>().ServeAsync(http);
            }

            options.ConfigureHost?.Invoke(host);
        });
        var system = new LocalSystem(builder.Build(), bus);
        try
        {
            // Made now, to hear from the first file on.
            _ = system.Services.GetService<Recorder>();
            await system.PrepareAsync(keyFile, cancellationToken);
            await system._app.StartAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Uploads a file to the inbox, as a sender does.</summary>
    public async Task<IncomingFile> UploadAsync(string blobName, Stream content, CancellationToken cancellationToken = default)
    {
        var blob = Storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(blobName);
        var uploaded = await blob.UploadAsync(content, overwrite: true, cancellationToken);
        return IncomingFile.Of(blobName, uploaded.Value.ETag.ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _app.StopAsync();
        if (_app is IAsyncDisposable app)
        {
            await app.DisposeAsync();
        }

        _bus.Dispose();
    }

    private static LocalQueue ToLocal(QueueNeeds needs) => new(needs.Name)
    {
        LockDuration = needs.LockDuration,
        MaxDeliveryCount = needs.MaxDeliveryCount,
        DuplicateDetectionWindow = needs.DuplicateDetectionWindow,
        DefaultTimeToLive = needs.TimeToLive,
        DeadLetteringOnExpiration = true,
    };

    private async Task PrepareAsync(string keyFile, CancellationToken cancellationToken)
    {
        // New keys for new data only: data sealed with lost keys must not be covered up. Keys before containers: who
        // dies in between begins afresh.
        if (!File.Exists(keyFile) && !await Storage.Landing.GetBlobContainerClient(Containers.Incoming).ExistsAsync(cancellationToken))
        {
            KeyRingFile.Create(keyFile);
        }

        _ = KeyRingFile.Load(keyFile);
        foreach (var container in DeployedApp.Whole.Containers)
        {
            await Storage.Blobs(container.Account).GetBlobContainerClient(container.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var table in DeployedApp.Whole.Tables)
        {
            await Storage.Tables(table.Account).GetTableClient(table.Name).CreateIfNotExistsAsync(cancellationToken);
        }
    }
}
