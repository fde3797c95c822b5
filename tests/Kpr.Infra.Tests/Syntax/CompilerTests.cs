using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Syntax;

/// <summary>The compiler's own word, where it is installed; the workflow azure.yml installs it.</summary>
public sealed class CompilerTests
{
    [NeedsFact("bicep")]
    public async Task It_builds_and_lints_the_template()
    {
        foreach (var command in (string[])["build", "lint"])
        {
            var (exitCode, output) = await Tool.RunAsync(
                "bicep", [command, .. command == "build" ? (string[])["--stdout"] : [], Profile.Main], RepositoryFolder.Path);
            Assert.True(exitCode == 0 && !output.Contains("Error ", StringComparison.Ordinal), output);
        }
    }

    [NeedsFact("bicep")]
    public async Task It_builds_the_parameter_files()
    {
        foreach (var profile in Profile.Names)
        {
            var (exitCode, output) = await Tool.RunAsync(
                "bicep", ["build-params", $"infra/parameters/{profile}.bicepparam", "--stdout"], RepositoryFolder.Path);
            Assert.True(exitCode == 0, output);
        }
    }
}
