using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Operations;

/// <summary>A missing or contradictory setting stops the app at start, and the message names it as an operator writes it.</summary>
public sealed class StartSettingsTests
{
    private const string Local = "UseDevelopmentStorage=true";
    private const string Bus = "Endpoint=sb://localhost;SharedAccessKeyName=x;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true";

    private static readonly (string, string)[] OneMachine =
        [("Landing", Local), ("Register", Local), ("Identity", Local), ("Delivery", Local), ("Audit", Local), ("Cases", Local), ("ServiceBus", Bus), ("Kpr:Keys:File", "keys")];

    private static readonly (string, string)[] InAzure =
    [
        ("Kpr:App", "intake"),
        ("Landing:blobServiceUri", "https://l.blob.core.windows.net"), ("Landing:tableServiceUri", "https://l.table.core.windows.net"), ("Landing:credential", "managedidentity"),
        ("Register:blobServiceUri", "https://r.blob.core.windows.net"), ("Register:credential", "managedidentity"),
        ("Identity:blobServiceUri", "https://i.blob.core.windows.net"), ("Identity:credential", "managedidentity"),
        ("Audit:blobServiceUri", "https://a.blob.core.windows.net"), ("Audit:credential", "managedidentity"),
        ("ServiceBus:fullyQualifiedNamespace", "x.servicebus.windows.net"), ("ServiceBus:credential", "managedidentity"),
        ("Kpr:Keys:VaultUri", "https://v.vault.azure.net/"), ("Kpr:Keys:VaultKey", "kpr"), ("Kpr:Keys:ClientId", "c"),
    ];

    [Fact]
    public void What_the_sample_has_starts() => Start(OneMachine);

    [Fact]
    public void What_the_infrastructure_sets_starts() => Start(InAzure);

    [Fact]
    public void An_app_needs_only_its_own_connections() => Start([("Kpr:App", "applications"), ("Delivery", Local), ("Audit", Local), ("Cases", Local), ("ServiceBus", Bus)]);

    [Theory]
    [InlineData("Landing", "Neither setting Landing nor Landing__blobServiceUri is there")]
    [InlineData("Register", "Neither setting Register nor Register__blobServiceUri is there")]
    [InlineData("Identity", "Neither setting Identity nor Identity__blobServiceUri is there")]
    [InlineData("Audit", "Neither setting Audit nor Audit__blobServiceUri is there")]
    [InlineData("ServiceBus", "Neither setting ServiceBus nor ServiceBus__fullyQualifiedNamespace is there")]
    [InlineData("Kpr:Keys:File", "Kpr__Keys__File")]
    public void A_setting_that_is_missing_is_named(string missing, string told) => Refused(told, [.. OneMachine.Where(setting => setting.Item1 != missing)]);

    [Theory]
    [InlineData("Landing:tableServiceUri", "Setting Landing__tableServiceUri is missing")]
    [InlineData("Register:credential", "Setting Register__credential is not managedidentity")]
    public void A_part_that_is_missing_is_named(string missing, string told) => Refused(told, [.. InAzure.Where(setting => setting.Item1 != missing)]);

    [Theory]
    [InlineData("Landing:blobServiceUri", "https://l.blob.core.windows.net", "Settings Landing and Landing__blobServiceUri contradict each other")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "x.servicebus.windows.net", "Settings ServiceBus and ServiceBus__fullyQualifiedNamespace contradict each other")]
    [InlineData("Kpr:Keys:VaultUri", "https://v.vault.azure.net/", "Kpr__Keys__VaultUri and Kpr__Keys__File are both set")]
    [InlineData("Kpr:App", "intak", "Setting Kpr__App is 'intak': no app has this name")]
    [InlineData("Kpr:Ingest:StuckAfter", "00:01:00", "Kpr__Ingest__StuckAfter (00:01:00) and Kpr__Ingest__ReceiveLease (00:10:00) contradict each other")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317", "Setting OTEL_EXPORTER_OTLP_ENDPOINT is not an http or https address")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "udp", "Setting OTEL_EXPORTER_OTLP_PROTOCOL is 'udp': it is one of grpc, http/protobuf")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "IngestionEndpoint=https://x", "Setting APPLICATIONINSIGHTS_AUTHENTICATION_STRING is not Authorization=AAD")]
    [InlineData("Kpr:Ingest:ReconcileAfter", "00:00:00", "Kpr__Ingest__ReconcileAfter")]
    [InlineData("Kpr:Ingest:ChunkRecords", "0", "ChunkRecords")]
    public void A_setting_that_contradicts_is_named(string name, string value, string told) => Refused(told, [.. OneMachine, (name, value)]);

    [Fact]
    public void An_address_that_is_not_https_is_named() => Refused(
        "Setting Audit__blobServiceUri is not an https address", [.. InAzure.Where(setting => setting.Item1 != "Audit:blobServiceUri"), ("Audit:blobServiceUri", "http://a")]);

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var told = Assert.Throws<OptionsValidationException>(() => Start([("Kpr:Keys:File", "keys"), ("ServiceBus", Bus)])).Message;
        Assert.All(["Landing", "Register", "Identity", "Audit"], account => Assert.Contains($"Neither setting {account} nor", told, StringComparison.Ordinal));
        Assert.DoesNotContain("SAS_KEY_VALUE", told, StringComparison.Ordinal);
    }

    private static void Refused(string told, (string, string)[] settings) =>
        Assert.Contains(told, Assert.Throws<OptionsValidationException>(() => Start(settings)).Message, StringComparison.Ordinal);

    // What the host does before anything runs.
    private static void Start((string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        using var services = new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddSingleton<IConfiguration>(configuration).AddKpr(configuration).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
    }
}
