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
    [InlineData("docs/adr/0021-telemetry.md")]
    [InlineData("docs/telemetry.md")]
    public void What_a_page_names_is_there(string page)
    {
        var text = RepositoryFolder.Read(page);
        var folder = Path.GetDirectoryName(page)!;
        Assert.All(Links().Matches(text).Select(match => match.Groups[1].Value), link => Assert.True(Path.Exists(Path.Combine(RepositoryFolder.Path, folder, link)), link));
        Assert.All(
            Paths().Matches(text).Select(match => match.Groups[1].Value).Where(path => !path.EndsWith("local.settings.json", StringComparison.Ordinal)),
            path => Assert.True(Path.Exists(Path.Combine(RepositoryFolder.Path, path)), path));
    }

    [Theory]
    [InlineData("docs/threat-model.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/adr/0012-upload-rights.md")]
    public void Tests_that_a_page_names_exist(string page)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        var named = TestClasses().Matches(RepositoryFolder.Read(page)).Select(match => match.Groups[1].Value).ToList();

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

    [Fact]
    public void The_checklist_says_where_each_item_is_or_that_it_is_not()
    {
        var page = RepositoryFolder.Read("docs/operations.md");
        var rows = page[page.IndexOf("## The checklist", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Item", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.True(rows.Count >= 30, $"{rows.Count} rows");
        Assert.All(rows, row => Assert.True(row[2] == "–" ? row[3].Length > 1 : row[2].Contains('`', StringComparison.Ordinal) || row[2].StartsWith("above", StringComparison.Ordinal), row[1]));
    }

    [Theory]
    [InlineData("docs/operations.md", "not run")]
    [InlineData("docs/threat-model.md", "has not been deployed")]
    [InlineData("docs/emulators.md", "Not run")]
    [InlineData("docs/adr/0021-telemetry.md", "has not been run")]
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
