using System.Text.Json;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Files;

public sealed class DeploymentFileTests
{
    [Fact]
    public void Azure_yaml_is_as_its_schema_says() =>
        Assert.Empty(SmallSchema.Faults(Schema("azure"), YamlText.Parse(RepositoryFolder.Read("azure.yaml"))));

    [Theory]
    [InlineData("host: function", "host: functions", "$.services.intake.host")]
    [InlineData("    language: dotnet\n", "", "lacks language")]
    [InlineData("preprovision:", "preProvision:", "has preProvision, which is not known")]
    [InlineData("run: infra/hooks/check.sh", "run: curl example.org | sh", "$.hooks.preprovision.posix.run")]
    public void The_schema_finds_a_fault(string old, string changed, string told) => Assert.Contains(
        SmallSchema.Faults(Schema("azure"), YamlText.Parse(RepositoryFolder.Read("azure.yaml").Replace(old, changed, StringComparison.Ordinal))),
        fault => fault.Contains(told, StringComparison.Ordinal));

    [Fact]
    public void What_azure_yaml_names_is_there()
    {
        var azure = YamlText.Parse(RepositoryFolder.Read("azure.yaml"));
        var services = azure.GetProperty("services").EnumerateObject().ToList();
        var hooks = azure.GetProperty("hooks").EnumerateObject().SelectMany(hook => hook.Value.EnumerateObject()).Select(hook => hook.Value.GetProperty("run").GetString()!);
        var tags = Profile.Deploy("dev").Made("Microsoft.Web/sites").Select(site => ((Dictionary<string, object?>)site["tags"]!)["azd-service-name"]);

        Assert.Equal(tags.Cast<string>().Order(StringComparer.Ordinal), services.Select(service => service.Name).Order(StringComparer.Ordinal));
        Assert.All(services, service => Assert.True(Directory.Exists(Path.Combine(RepositoryFolder.Path, service.Value.GetProperty("project").GetString()!))));
        Assert.All(hooks, hook => Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, hook)), hook));
        Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, "infra", "main.bicep")));
    }

    [Fact]
    public void The_parameters_of_azd_are_those_of_the_template()
    {
        var parameters = JsonDocument.Parse(RepositoryFolder.Read("infra/main.parameters.json")).RootElement;
        var template = SourceFiles.Repository.Bicep(Profile.Main);
        var given = parameters.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.Empty(SmallSchema.Faults(Schema("parameters"), parameters));
        Assert.Subset(template.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal), given.ToHashSet(StringComparer.Ordinal));
        Assert.Superset(template.Parameters.Where(parameter => parameter.Default is null).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal), given.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void What_follows_from_the_profile_is_not_said_beside_it()
    {
        // azd hands over what its file names, also an empty value: these must be left to the template's defaults.
        var given = RepositoryFolder.Read("infra/main.parameters.json");
        Assert.DoesNotContain("privateNetwork", given, StringComparison.Ordinal);
        Assert.DoesNotContain("budgetAmount", given, StringComparison.Ordinal);
        Assert.Equal(true, Deployment.Of(SourceFiles.Repository, Profile.Main, new Dictionary<string, object?>
        {
            ["environmentName"] = "prod",
            ["location"] = "norwayeast",
            ["profile"] = "production",
        }).Outputs["KPR_PRIVATE_NETWORK"]);
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Parameter_files_name_the_template_and_their_profile(string profile)
    {
        var file = BicepParser.Parse(RepositoryFolder.Read($"infra/parameters/{profile}.bicepparam"), profile);

        Assert.Equal("../main.bicep", Assert.Single(file.Declarations.OfType<UsingDeclaration>()).Path);
        Assert.Equal(profile, Profile.Parameters(profile, SourceFiles.Repository)["profile"]);
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void The_same_parameters_give_the_same_resources(string profile) => Assert.Equal(
        Profile.Deploy(profile).Resources.Select(resource => resource.Id), Profile.Deploy(profile).Resources.Select(resource => resource.Id));

    private static JsonElement Schema(string name) =>
        JsonDocument.Parse(RepositoryFolder.Read($"tests/Kpr.Infra.Tests/Files/{name}.schema.json")).RootElement;
}
