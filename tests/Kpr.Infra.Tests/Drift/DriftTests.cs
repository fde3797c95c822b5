using Kpr.Functions.Azure;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Drift;

/// <summary>Code, Bicep and the sample of settings agree, both ways.</summary>
public sealed class DriftTests
{
    internal static readonly (string, object?) OneSender = ("senders", new List<object?>
    {
        new Dictionary<string, object?> { ["sender"] = "0301", ["principalId"] = "00000000-0000-0000-0000-000000000001", ["principalType"] = "ServicePrincipal" },
    });

    private static readonly string SampleText = RepositoryFolder.Read("local.settings.sample.json");

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Code_and_infrastructure_agree(string profile) =>
        Assert.Empty(new DriftSearch(CodeSide.Read(), Profile.Deploy(profile, null, OneSender), SampleText).Find());

    [Fact]
    public void They_agree_with_the_scheduler_too() =>
        Assert.Empty(new DriftSearch(CodeSide.Read(), Profile.Deploy("production", null, OneSender, ("durableBackend", "scheduler")), SampleText).Find());

    [Fact]
    public void The_blob_trigger_is_on_only_where_its_door_is_open()
    {
        Assert.Contains("BlobArrived", Intake(Profile.Deploy("production", null, ("webhookDoor", true))).Disabled);
        Assert.Contains("BlobArrived", Intake(Profile.Deploy("dev")).Disabled);
        Assert.DoesNotContain("BlobArrived", Intake(Profile.Deploy("dev", null, ("webhookDoor", true))).Disabled);
    }

    [Fact]
    public void No_timer_and_no_other_function_runs_in_both_apps()
    {
        var code = CodeSide.Read();
        var twice = code.Functions.GroupBy(function => function.Name).Where(function => DeployedApp.All.Count(app => code.FunctionsOf(app).Contains(function.Key)) != 1);

        Assert.Equal(["Health"], twice.Select(function => function.Key));
    }

    [Fact]
    public void Every_table_and_container_of_the_code_belongs_to_an_app()
    {
        var tables = typeof(Queues).Assembly.GetTypes().Select(type => type.GetField("Table")).OfType<System.Reflection.FieldInfo>()
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        var containers = typeof(Containers).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(tables.Order(StringComparer.Ordinal), DeployedApp.Whole.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(containers.Order(StringComparer.Ordinal), DeployedApp.Whole.Containers.Select(container => container.Name).Order(StringComparer.Ordinal));
    }

    private static AzureSide.App Intake(Deployment deployment) => new AzureSide(deployment).Apps.Single(app => app.Name == "intake");
}
