using System.Text.RegularExpressions;
using Kpr.Core.Formats;
using Kpr.Local;

namespace Kpr.Functions.Tests.House;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = RepositoryFolder.Read("README.md");

    [Theory]
    [InlineData("dotnet run --project infra/local/Kpr.Local -- demo")]
    [InlineData("dotnet test KprFunctions.sln")]
    public void The_two_commands_stand_alone_on_their_lines(string command) =>
        Assert.Contains(command, Readme.Split('\n'));

    [Fact]
    public async Task Every_kpr_command_that_it_names_exists()
    {
        var commands = Commands().Matches(Readme).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(KprCommandLine.Names.Order(StringComparer.Ordinal), commands.Order(StringComparer.Ordinal));
        foreach (var command in commands)
        {
            using var output = new StringWriter();
            Assert.Equal(0, await KprCommandLine.RunAsync([command, "--help"], output, output));
        }
    }

    [Fact]
    public void It_names_every_feed() => Assert.All(Feeds.All, feed => Assert.Contains($"| `{feed.Name}` |", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_page_that_it_links_to_is_there() => Assert.All(
        Links().Matches(Readme).Select(match => match.Groups[1].Value),
        page => Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, page)), page));

    [GeneratedRegex(@"(?:Kpr\.Local(?: -c Release)? -- |`kpr |`(?=run --fresh))([a-z]+)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Links();
}
