using Kpr.Functions.Azure;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Drift;

/// <summary>The drift tests find what they are for: each of these changes, on one side only, is told by name.</summary>
public sealed class MutationTests
{
    private const string Names = "infra/names.json";

    private static readonly string SampleText = RepositoryFolder.Read("local.settings.sample.json");

    [Theory]
    [InlineData(Names, "{ \"name\": \"complete-file\",", "{ \"name\": \"finish-file\",", "queue complete-file")]
    [InlineData(Names, "\"name\": \"validate-claims\", \"lockDuration\": \"PT5M\"", "\"name\": \"validate-claims\", \"lockDuration\": \"PT1M\"", "lockDuration is PT1M")]
    [InlineData(Names, "\"maxDeliveryCount\": 10", "\"maxDeliveryCount\": 3", "maxDeliveryCount is 3")]
    [InlineData(Names, "\"duplicateDetectionWindow\": \"PT1H\"", "\"duplicateDetectionWindow\": \"PT10M\"", "duplicateDetectionHistoryTimeWindow is PT10M")]
    [InlineData(Names, "\"timeToLive\": \"P14D\"", "\"timeToLive\": \"P1D\"", "defaultMessageTimeToLive is P1D")]
    [InlineData("infra/app/service-bus.bicep", "requiresDuplicateDetection: true", "requiresDuplicateDetection: false", "requiresDuplicateDetection is False")]
    [InlineData(Names, "\"receipts\", \"quarantine\"", "\"receipts\", \"quarantined\"", "container landing/quarantine")]
    [InlineData(Names, "\"tables\": [\"ingest\"", "\"tables\": [\"intake\"", "table landing/ingest")]
    [InlineData(Names, "\"name\": \"archive\", \"rights\": \"write\"", "\"name\": \"archive\", \"rights\": \"read write delete\"", "landing/archive write")]
    [InlineData(Names, "\"name\": \"audit\", \"rights\": \"read write\"", "\"name\": \"audit\", \"rights\": \"read\"", "audit/audit read write")]
    [InlineData(Names, "\"SweepStuck\"", "\"SweepAll\"", "function of applications SweepStuck")]
    [InlineData(Names, "\"SweepStuck\"", "\"SweepAll\"", "function SweepAll")]
    [InlineData(Names, "\"sends\": [\"file-arrived\", ", "\"sends\": [", "right of intake to send to file-arrived")]
    [InlineData(Names, "\"receives\": [\"file-arrived\", ", "\"receives\": [", "right of intake to receive from file-arrived")]
    [InlineData(Names, "\"feeds\": [\"care-events\"", "\"feeds\": [\"care-event\"", "feed care-events")]
    [InlineData("infra/app/settings.bicep", "Landing__tableServiceUri", "Landing__tablesUri", "setting of intake Landing__tableServiceUri")]
    [InlineData("infra/app/settings.bicep", "ServiceBus__credential", "ServiceBus__cred", "setting of intake ServiceBus__credential")]
    [InlineData("infra/app/settings.bicep", "Kpr__Rules__Environment", "Kpr__Rules__Enviroment", "setting of applications Kpr__Rules__Environment")]
    [InlineData("infra/app/settings.bicep", "Kpr__Keys__VaultUri", "Kpr__Keys__File", "setting of intake Kpr__Keys__VaultUri")]
    [InlineData("infra/app/settings.bicep", "Kpr__Keys__VaultUri", "Kpr__Keys__File", "setting of intake Kpr__Keys__File: infra/app/settings.bicep has it")]
    [InlineData("infra/app/apps.bicep", "    vaultUri: vaultUri\n", "", "setting of intake Kpr__Keys__VaultKey")]
    [InlineData("infra/app/settings.bicep", "Kpr__App: appName", "Kpr__App: 'intake'", "Kpr__App is intake")]
    [InlineData("infra/app/rights.bicep", "var busSender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'", "var busSender = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'", "right of intake to send to")]
    [InlineData("infra/app/apps.bicep", "disabledFunctions: concat(names.apps.intake.functions, names.apps.preparation.functions, names.apps.persons.functions)", "disabledFunctions: []", "function of applications")]
    public void A_change_of_the_infrastructure_alone_is_found(string path, string old, string changed, string told) =>
        Told(told, CodeSide.Read(), SourceFiles.Repository.With(path, old, changed), SampleText);

    [Fact]
    public void A_queue_renamed_in_the_code_is_found()
    {
        var code = CodeSide.Read();
        Told("queue check-claims: the code needs it", code with { Queues = [.. code.Queues.Select(queue => queue.Name == Queues.ValidateClaims ? queue with { Name = "check-claims" } : queue)] });
    }

    [Fact]
    public void A_longer_lock_in_the_code_is_found()
    {
        var code = CodeSide.Read();
        Told("queue file-arrived: lockDuration is PT5M, the code needs PT2M", code with { Queues = [.. code.Queues.Select(queue => queue with { LockDuration = TimeSpan.FromMinutes(2) })] });
    }

    [Fact]
    public void A_right_that_the_code_gives_up_is_found() => Told(
        "right of intake to the container landing/incoming read delete: infra/names.json (apps) has it",
        Change(app => app with { Containers = [.. app.Containers.Select(container => container.Name == Containers.Incoming ? container with { Rights = BlobRights.Read } : container)] }));

    [Fact]
    public void A_table_that_the_code_adds_is_found() => Told(
        "table landing/cases: the code needs it", Change(app => app with { Tables = [.. app.Tables, new TableNeeds("Landing", "cases")] }));

    [Fact]
    public void A_function_that_the_code_adds_is_found()
    {
        var code = CodeSide.Read();
        Told("function of applications NewOne: infra/names.json (apps) has it", code with { Functions = [.. code.Functions, ("NewOne", "Ingest")] });
    }

    [Fact]
    public void A_setting_that_the_code_asks_for_is_found()
    {
        var code = CodeSide.Read();
        Told("setting of intake Kpr__Ingest__Door: the code needs it", code with { OptionSettings = new Dictionary<string, bool>(code.OptionSettings) { ["Kpr__Ingest__Door"] = true } });
    }

    [Theory]
    [InlineData("\"Audit\"", "\"Log\"", "setting Audit: the code needs it, local.settings.sample.json")]
    [InlineData("\"Audit\"", "\"Log\"", "setting Log: local.settings.sample.json has it")]
    [InlineData("Kpr__Keys__File", "Kpr__Key__File", "setting Kpr__Keys__File: the code needs it")]
    public void A_change_of_the_sample_alone_is_found(string old, string changed, string told) =>
        Told(told, CodeSide.Read(), SourceFiles.Repository, SampleText.Replace(old, changed, StringComparison.Ordinal));

    private static CodeSide Change(Func<DeployedApp, DeployedApp> change)
    {
        var code = CodeSide.Read();
        return code with { Apps = [.. code.Apps.Select(app => app.Name == "intake" ? change(app) : app)] };
    }

    private static void Told(string told, CodeSide code) => Told(told, code, SourceFiles.Repository, SampleText);

    private static void Told(string told, CodeSide code, SourceFiles files, string sample) => Assert.Contains(
        new DriftSearch(code, Profile.Deploy("production", files, DriftTests.OneSender), sample).Find(), fault => fault.Contains(told, StringComparison.Ordinal));
}
