using System.Net;
using Kpr.LocalAzure.Durable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Puts the local host and what it needs into the app's services.</summary>
internal static class LocalHostServices
{
    public static void AddLocalHost(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LocalHostOptions>().Bind(configuration.GetSection("LocalHost"));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddSingleton<FunctionCatalogue>();
        services.AddSingleton<SettingNames>();
        services.AddSingleton<LocalFunctionsHost>();
        services.AddHostedService(provider => provider.GetRequiredService<LocalFunctionsHost>());
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<ITriggerKind, BlobTriggerKind>();
        services.AddSingleton<ITriggerKind, ServiceBusTriggerKind>();
        services.AddSingleton<HostLedger>();
        services.AddSingleton<ITriggerKind, TimerTriggerKind>();
        services.AddSingleton<DurableStore>();
        services.AddSingleton<LocalDurableClient>();
        services.AddSingleton<DurableHttp>();
        services.AddSingleton<ITriggerKind, DurableTriggerKind>();
        services.AddRouting();
    }

    public static void AddFunctionsWeb(this IServiceCollection services)
    {
        services.AddMvcCore();
        services.AddSingleton<WebIntegration>();
    }

    /// <summary>Listens on the loopback address only: nothing here asks for a key.</summary>
    public static void ListenLocally(this IWebHostBuilder web) => web.ConfigureKestrel(kestrel =>
        kestrel.Listen(IPAddress.Loopback, kestrel.ApplicationServices.GetRequiredService<IOptions<LocalHostOptions>>().Value.HttpPort));
}
