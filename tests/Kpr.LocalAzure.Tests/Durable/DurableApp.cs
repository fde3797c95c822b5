using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>Orchestrations of one class on a file of their own, on a clock that can be moved.</summary>
internal sealed class DurableApp : IAsyncDisposable
{
    private readonly IHost _app;
    private readonly DirectoryInfo? _folder;

    private DurableApp(IHost app, Probe probe, MovableClock clock, string file, DirectoryInfo? folder)
    {
        _app = app;
        _folder = folder;
        Probe = probe;
        Clock = clock;
        File = file;
    }

    public Probe Probe { get; }

    public MovableClock Clock { get; }

    public string File { get; }

    public LocalFunctionsHost Host => _app.Services.GetRequiredService<LocalFunctionsHost>();

    public DurableTaskClient Client => Host.Durable;

    public IoSwitch Io => _app.Services.GetRequiredService<DurableStore>().Io;

    public HttpClient Http => new() { BaseAddress = Host.Address };

    /// <summary>Starts an app on a new file, or on that of another.</summary>
    public static async Task<DurableApp> StartAsync<TFunctions>(
        string? file = null, MovableClock? clock = null, Probe? probe = null, Action<LocalHostOptions>? options = null, ILoggerProvider? log = null, Action<IServiceCollection>? services = null)
    {
        probe ??= new Probe();
        clock ??= new MovableClock();
        var folder = file is null ? Directory.CreateTempSubdirectory("kpr-durable-") : null;
        file ??= Path.Combine(folder!.FullName, "state.db");
        var app = Build(typeof(TFunctions), file, clock, probe, options, log, services);
        await app.StartAsync();
        return new DurableApp(app, probe, clock, file, folder);
    }

    public static IHost Build(Type functions, string file, TimeProvider clock, Probe probe, Action<LocalHostOptions>? options = null, ILoggerProvider? log = null, Action<IServiceCollection>? services = null)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddSingleton(probe);
        builder.Services.AddSingleton(clock);
        builder.Services.Configure<LocalHostOptions>(chosen =>
        {
            chosen.Assemblies.Add(functions.Assembly);
            chosen.Types = type => type == functions;
            chosen.HttpPort = 0;
            chosen.StateFile = file;
            options?.Invoke(chosen);
        });
        services?.Invoke(builder.Services);
        return builder.Build();
    }

    public Task IdleAsync() => Host.WhenIdleAsync(TestApp.Patience);

    /// <summary>Starts an instance.</summary>
    public Task<string> ScheduleAsync(string name, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));

    /// <summary>Starts an instance and waits until there is nothing left to do.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? id = null)
    {
        id = await ScheduleAsync(name, input, id);
        await IdleAsync();
        return await GetAsync(id);
    }

    public async Task RaiseAsync(string id, string name, object? payload = null)
    {
        await Client.RaiseEventAsync(id, name, payload);
        await IdleAsync();
    }

    public async Task AdvanceAsync(TimeSpan step)
    {
        Clock.Advance(step);
        await IdleAsync();
    }

    public async Task<OrchestrationMetadata> GetAsync(string id) => (await Client.GetInstanceAsync(id, getInputsAndOutputs: true))!;

    public async Task<OrchestrationRuntimeStatus> StatusAsync(string id) => (await GetAsync(id)).RuntimeStatus;

    public IReadOnlyList<HistoryEvent> History(string id) => Host.HistoryOf(id);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        _app.Dispose();
        IoSwitch.Forget(File);
        _folder?.Delete(recursive: true);
    }
}
