using Kpr.Functions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Telemetry;

/// <summary>Looks at start whether telemetry can be sent where the settings say, and names the setting where not.</summary>
/// <param name="configuration">The settings.</param>
internal sealed class TelemetrySettingsValidation(IConfiguration configuration) : IValidateOptions<DeploymentOptions>
{
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DeploymentOptions options)
    {
        var faults = Faults().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults()
    {
        if (TelemetrySettings.Has(configuration, TelemetrySettings.OtlpEndpoint) && TelemetrySettings.Receiver(configuration) is null)
        {
            yield return $"Setting {TelemetrySettings.OtlpEndpoint} is not an http or https address.";
        }

        if (configuration[TelemetrySettings.OtlpProtocol] is { Length: > 0 } protocol && !Protocols.Contains(protocol))
        {
            yield return $"Setting {TelemetrySettings.OtlpProtocol} is '{protocol}': it is one of {string.Join(", ", Protocols)}.";
        }

        if (TelemetrySettings.Has(configuration, TelemetrySettings.ApplicationInsights) && !TelemetrySettings.SignsIn(configuration[TelemetrySettings.ApplicationInsightsIdentity]))
        {
            yield return TelemetrySettings.NoIdentity;
        }
    }
}
