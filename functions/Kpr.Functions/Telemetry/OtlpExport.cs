using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kpr.Functions.Telemetry;

/// <summary>Sends spans, metrics and logs to an OTLP receiver while the app runs; sends the rest when it stops.</summary>
/// <param name="configuration">Names the receiver.</param>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Adds the export where the settings name a receiver; one that is none is told of by the validation at start.</summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (TelemetrySettings.Receiver(configuration) is not null)
        {
            services.AddHostedService(_ => new OtlpExport(configuration));
            services.AddLogging(logging => logging.AddOpenTelemetry(logs => logs
                .SetResourceBuilder(Resource(configuration))
                .AddOtlpExporter(otlp => Configure(otlp, configuration, "logs"))));
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource(configuration)).AddSource([.. TelemetrySettings.Sources])
            .AddOtlpExporter(otlp => Configure(otlp, configuration, "traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource(configuration)).AddMeter(Tracing.Name)
            .AddOtlpExporter(otlp => Configure(otlp, configuration, "metrics")).Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static ResourceBuilder Resource(IConfiguration configuration) => ResourceBuilder.CreateEmpty()
        .AddService(configuration["Kpr:App"] is { Length: > 0 } app ? $"kpr-{app}" : "kpr", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString());

    // The app's settings, which are the environment in Azure and may be a file elsewhere; over HTTP each signal has a path of its own.
    private static void Configure(OtlpExporterOptions otlp, IConfiguration configuration, string signal)
    {
        var http = configuration[TelemetrySettings.OtlpProtocol] == "http/protobuf";
        var endpoint = configuration[TelemetrySettings.OtlpEndpoint]!.TrimEnd('/');
        otlp.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        otlp.Endpoint = new Uri(http ? $"{endpoint}/v1/{signal}" : endpoint);
    }
}
