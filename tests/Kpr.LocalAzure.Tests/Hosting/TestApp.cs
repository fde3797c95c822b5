using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Tests.Hosting;

/// <summary>An app of the functions in one class, run by the local host on a namespace of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost _app;

    private TestApp(IHost app, Probe probe)
    {
        _app = app;
        Probe = probe;
        Host = app.Services.GetRequiredService<LocalFunctionsHost>();
    }

    public Probe Probe { get; }

    public LocalFunctionsHost Host { get; }

    public HttpClient Http => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Host.Address };

    public static async Task<TestApp> StartAsync<TFunctions>(
        TestNamespace bus, Action<LocalHostOptions>? options = null, Action<FunctionsApplicationBuilder>? configure = null, Probe? probe = null, Dictionary<string, string?>? settings = null)
    {
        probe ??= new Probe();
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings ?? []) { ["ServiceBus"] = bus.ConnectionString, ["AutoQueue"] = "auto" });
        builder.Services.AddSingleton(probe);
        builder.Services.AddSingleton<TimeProvider>(bus.Clock);
        builder.Services.Configure<LocalHostOptions>(chosen =>
        {
            chosen.Assemblies.Add(typeof(TFunctions).Assembly);
            chosen.Types = type => type == typeof(TFunctions);
            chosen.HttpPort = 0;
            chosen.StateFile = bus.StateFile;
            chosen.BlobPollInterval = TimeSpan.FromMilliseconds(25);
            options?.Invoke(chosen);
        });
        configure?.Invoke(builder);
        var app = builder.Build();
        await app.StartAsync();
        return new TestApp(app, probe);
    }

    public Task IdleAsync() => Host.WhenIdleAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        _app.Dispose();
    }
}
