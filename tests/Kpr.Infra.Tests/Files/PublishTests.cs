using System.Xml.Linq;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Syntax;

namespace Kpr.Infra.Tests.Files;

public sealed class PublishTests
{
    private const string Project = "functions/Kpr.Functions/Kpr.Functions.csproj";

    [Theory]
    [InlineData("true", "local", 1)]
    [InlineData("true", "nuget", 0)]
    public async Task Publishing_is_refused_with_the_stand_ins_and_only_then(string publishing, string libraries, int expected)
    {
        // The target alone: what is before it in a publish is a build, and that takes its time.
        var (exitCode, output) = await Tool.RunAsync(
            "dotnet", ["msbuild", Project, "-nologo", "-nodeReuse:false", "-t:RefuseToPublishLocalLibraries", $"-p:_IsPublishing={publishing}", $"-p:AzureLibraries={libraries}"], RepositoryFolder.Path);

        Assert.Equal((expected, expected == 1), (exitCode, output.Contains("error KPR0001", StringComparison.Ordinal)));
        Assert.Equal(expected == 1, output.Contains("cannot be published with AzureLibraries=local", StringComparison.Ordinal));
    }

    [Fact]
    public void The_refusal_comes_before_anything_is_published() => Assert.Equal(
        "PrepareForPublish",
        (string?)XDocument.Parse(RepositoryFolder.Read(Project)).Descendants("Target").Single(target => (string?)target.Attribute("Name") == "RefuseToPublishLocalLibraries").Attribute("BeforeTargets"));
}
