using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Telemetry;

/// <summary>Where telemetry goes, by the settings that OpenTelemetry and Application Insights have for it; nowhere without them.</summary>
public static class TelemetrySettings
{
    /// <summary>Address of an OTLP receiver, for example <c>http://127.0.0.1:4318</c>; the other settings of OpenTelemetry (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>…_HEADERS</c>) hold too.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Protocol of that receiver: <c>grpc</c> (default) or <c>http/protobuf</c>.</summary>
    public const string OtlpProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Address of Application Insights.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>How the app signs in to Application Insights: <c>ClientId=…;Authorization=AAD</c>.</summary>
    public const string ApplicationInsightsIdentity = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Sources of spans: ours, the worker's, HTTP, and the clients of Azure and of orchestrations.</summary>
    public static IReadOnlyList<string> Sources { get; } =
        [Tracing.Name, "Microsoft.Azure.Functions.Worker", "Microsoft.AspNetCore", "Microsoft.DurableTask", "Azure.Messaging.ServiceBus.*"];

    /// <summary>Whether a setting is given.</summary>
    internal static bool Has(IConfiguration configuration, string setting) => !string.IsNullOrEmpty(configuration[setting]);

    /// <summary>What is told when telemetry would be sent without an identity.</summary>
    internal const string NoIdentity = $"Setting {ApplicationInsightsIdentity} is not Authorization=AAD: telemetry is sent with an identity only.";

    /// <summary>The OTLP receiver; null when the settings name none that can be one.</summary>
    internal static Uri? Receiver(IConfiguration configuration) =>
        Uri.TryCreate(configuration[OtlpEndpoint], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Whether a sign-in to Application Insights is by Entra.</summary>
    internal static bool SignsIn(string? text) => Parts(text).GetValueOrDefault("Authorization") == "AAD";

    /// <summary>The user-assigned identity that a sign-in to Application Insights names; null for the app's own.</summary>
    /// <exception cref="InvalidOperationException">The text asks for another sign-in than by Entra.</exception>
    internal static string? ClientId(string? text) => SignsIn(text) ? Parts(text).GetValueOrDefault("ClientId") : throw new InvalidOperationException(NoIdentity);

    private static Dictionary<string, string> Parts(string? text) => (text ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
        .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
}
