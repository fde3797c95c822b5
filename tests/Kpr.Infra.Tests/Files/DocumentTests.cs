using System.Globalization;
using System.Text.RegularExpressions;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Files;

/// <summary>The pages for operators name what there is, and what they name is there.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void The_guide_names_every_variable_of_azd() => Assert.All(
        Variables().Matches(RepositoryFolder.Read("infra/main.parameters.json")).Select(match => match.Groups[1].Value).Where(name => name != "AZURE_ENV_NAME"),
        name => Assert.Contains($"{name}", RepositoryFolder.Read("docs/operations.md"), StringComparison.Ordinal));

    [Theory]
    [InlineData("docs/operations.md")]
    [InlineData("docs/threat-model.md")]
    [InlineData("docs/emulators.md")]
    [InlineData("docs/adr/0012-upload-rights.md")]
    public void What_a_page_names_is_there(string page)
    {
        var text = RepositoryFolder.Read(page);
        var folder = Path.GetDirectoryName(page)!;
        Assert.All(Links().Matches(text).Select(match => match.Groups[1].Value), link => Assert.True(Path.Exists(Path.Combine(RepositoryFolder.Path, folder, link)), link));
        Assert.All(
            Paths().Matches(text).Select(match => match.Groups[1].Value).Where(path => !path.EndsWith("local.settings.json", StringComparison.Ordinal)),
            path => Assert.True(Path.Exists(Path.Combine(RepositoryFolder.Path, path)), path));
    }

    [Fact]
    public void The_threat_model_names_tests_that_exist()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        var named = TestClasses().Matches(RepositoryFolder.Read("docs/threat-model.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [Fact]
    public void The_cost_table_counts_what_is_deployed()
    {
        var production = Profile.Deploy("production");
        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Private endpoints, {production.Made("Microsoft.Network/privateEndpoints").Count()} at 0.01/h, and {production.Made("Microsoft.Network/privateDnsZones").Count()} zones"),
            RepositoryFolder.Read("docs/operations.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docs/operations.md", "not run")]
    [InlineData("docs/threat-model.md", "has not been deployed")]
    [InlineData("docs/emulators.md", "Not run")]
    public void A_page_says_what_has_not_been_run(string page, string told) => Assert.Contains(told, RepositoryFolder.Read(page), StringComparison.Ordinal);

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex Variables();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\w/.])((?:infra|functions|tests|\.github)/[\w./-]*\w)")]
    private static partial Regex Paths();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestClasses();
}
