using System.Text.Json;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Files;

/// <summary>host.json has the keys of the extensions in use (Service Bus 5, Durable 3), and says what the code leans on.</summary>
public sealed class HostJsonTests
{
    private const string File = "functions/Kpr.Functions/host.json";

    /// <summary>Keys that the host and the extensions read, of those that we set; those of older versions, nested in messageHandlerOptions, are read by nobody.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "version", "functionTimeout", "telemetryMode", "logging.logLevel.default", "logging.logLevel.Azure.Core", "extensions.http.routePrefix",
        "extensions.serviceBus.autoCompleteMessages", "extensions.serviceBus.prefetchCount", "extensions.serviceBus.maxConcurrentCalls", "extensions.serviceBus.maxAutoLockRenewalDuration",
        "extensions.durableTask.hubName", "extensions.durableTask.tracing.distributedTracingEnabled", "extensions.durableTask.tracing.version", "extensions.durableTask.tracing.traceInputsAndOutputs",
    };

    [Fact]
    public void Every_key_is_one_that_is_read() => Assert.Empty(Leaves().Keys.Except(Known));

    [Theory]
    [InlineData("telemetryMode", "OpenTelemetry")]
    [InlineData("extensions.serviceBus.autoCompleteMessages", "False")]
    [InlineData("extensions.serviceBus.prefetchCount", "0")]
    [InlineData("extensions.durableTask.tracing.version", "V2")]
    [InlineData("extensions.durableTask.tracing.traceInputsAndOutputs", "False")]
    [InlineData("extensions.http.routePrefix", "api")]
    public void What_the_code_leans_on_is_said(string key, string value) => Assert.Equal(value, Leaves()[key]);

    [Fact]
    public void The_hub_of_the_scheduler_is_that_of_the_host()
    {
        var settings = new Drift.AzureSide(Profile.Deploy("dev", null, ("durableBackend", "scheduler"))).Apps.Single(app => app.Name == "applications").Settings;
        Assert.Equal(Leaves()["extensions.durableTask.hubName"], settings["AzureFunctionsJobHost__extensions__durableTask__hubName"]);
        Assert.Equal("azureManaged", settings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"]);
        Assert.Contains("DurableTask.AzureManaged\"", RepositoryFolder.Read("functions/Kpr.Functions/Kpr.Functions.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_of_the_host_lead_to_keys_that_are_known_or_of_the_storage_provider() => Assert.All(
        new Drift.AzureSide(Profile.Deploy("dev", null, ("durableBackend", "scheduler"))).Apps.SelectMany(app => app.Settings.Keys)
            .Where(name => name.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal)).Select(name => name["AzureFunctionsJobHost__".Length..].Replace("__", ".", StringComparison.Ordinal)),
        key => Assert.True(Known.Contains(key) || key is "extensions.durableTask.storageProvider.type" or "extensions.durableTask.storageProvider.connectionStringName", key));

    private static Dictionary<string, string> Leaves()
    {
        using var host = JsonDocument.Parse(RepositoryFolder.Read(File));
        return Walk(host.RootElement, "").ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Walk(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(member => Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
        : [KeyValuePair.Create(path, element.ToString())];
}
