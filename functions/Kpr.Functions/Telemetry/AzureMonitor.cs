#if AZURE_LIBRARIES_NUGET
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// Sends spans, metrics and logs to Application Insights, signed in with the app's identity. Compiled with the genuine packages
/// only; a test compiles it against declarations of what it uses of them.
/// </summary>
internal static class AzureMonitor
{
    /// <summary>Adds the export where the settings name an Application Insights.</summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (!TelemetrySettings.Has(configuration, TelemetrySettings.ApplicationInsights))
        {
            return;
        }

        var client = TelemetrySettings.ClientId(configuration[TelemetrySettings.ApplicationInsightsIdentity]);
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource([.. TelemetrySettings.Sources]))
            .WithMetrics(metrics => metrics.AddMeter(Tracing.Name))
            .UseFunctionsWorkerDefaults()
            .UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = configuration[TelemetrySettings.ApplicationInsights];
                monitor.Credential = new ManagedIdentityCredential(client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client));
            });
    }
}
#endif
