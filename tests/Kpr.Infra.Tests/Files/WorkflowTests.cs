using System.Text.RegularExpressions;
using Kpr.Functions.Tests.House;

namespace Kpr.Infra.Tests.Files;

/// <summary>The workflows: parsed, pinned, with no more rights than they need. They have not been run from here.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, ".github", "workflows");

    /// <summary>Used by tag: no commit could be verified. Nothing else may be.</summary>
    private static readonly string[] ByTag = ["Azure/setup-azd@v2.2.1"];

    public static TheoryData<string> Each => [.. Names];

    private static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.yml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Fact]
    public void There_is_one_for_each_purpose() => Assert.Equal(
        ["azure.yml", "deploy.yml", "release.yml", "security.yml", "tests.yml"], Names);

    [Theory]
    [MemberData(nameof(Each))]
    public void Actions_are_pinned_by_commit(string file) => Assert.Empty(Unpinned(Read(file)));

    [Theory]
    [InlineData("      - uses: actions/checkout@v6")]
    [InlineData("      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd")]
    [InlineData("        uses: actions/checkout@de0fac2 # v6.0.2")]
    public void An_action_that_is_not_pinned_is_found(string line) => Assert.NotEmpty(Unpinned(line));

    [Theory]
    [MemberData(nameof(Each))]
    public void Nothing_is_allowed_but_what_a_job_says(string file)
    {
        var workflow = YamlText.Parse(Read(file));
        string[] writes = file switch
        {
            "release.yml" => ["attestations", "contents", "id-token"],
            "security.yml" => ["security-events"],
            "deploy.yml" => ["id-token"],
            _ => [],
        };

        Assert.Empty(workflow.GetProperty("permissions").EnumerateObject());
        Assert.All(workflow.GetProperty("jobs").EnumerateObject(), job => Assert.All(
            job.Value.GetProperty("permissions").EnumerateObject(),
            permission => Assert.True(permission.Value.GetString() == "read" || writes.Contains(permission.Name), $"{job.Name}: {permission}")));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Jobs_end_in_time_and_keep_no_credentials(string file)
    {
        var workflow = YamlText.Parse(Read(file));
        foreach (var job in workflow.GetProperty("jobs").EnumerateObject())
        {
            Assert.InRange(int.Parse(job.Value.GetProperty("timeout-minutes").ToString(), System.Globalization.CultureInfo.InvariantCulture), 1, 90);
            var checkouts = job.Value.GetProperty("steps").EnumerateArray().Where(step => step.TryGetProperty("uses", out var uses) && uses.GetString()!.StartsWith("actions/checkout@", StringComparison.Ordinal));
            Assert.All(checkouts, checkout => Assert.Equal("false", checkout.GetProperty("with").GetProperty("persist-credentials").ToString().ToLowerInvariant()));
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Nothing_from_outside_is_written_into_a_script(string file)
    {
        var text = Read(file);
        var scripts = YamlText.Parse(text).GetProperty("jobs").EnumerateObject().SelectMany(job => job.Value.GetProperty("steps").EnumerateArray())
            .Select(step => step.TryGetProperty("run", out var run) ? run.GetString()! : "");

        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tests_run_as_the_repository_says() => Assert.Contains(
        YamlText.Parse(Read("tests.yml")).GetProperty("jobs").GetProperty("tests").GetProperty("steps").EnumerateArray(),
        step => step.TryGetProperty("run", out var run) && run.GetString() == ".ci/run");

    [Fact]
    public void Files_that_workflows_name_are_there() => Assert.All(
        Paths().Matches(string.Concat(Names.Select(Read))).Select(match => match.Value).Distinct(StringComparer.Ordinal).Where(path => !path.EndsWith("/local.settings.json", StringComparison.Ordinal)),
        path => Assert.True(Path.Exists(Path.Combine(RepositoryFolder.Path, path)), path));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static IEnumerable<string> Unpinned(string text) => Uses().Matches(text).Select(match => match.Groups["line"].Value.Trim())
        .Where(use => !Pinned().IsMatch(use) && !ByTag.Any(tag => use.StartsWith(tag + " #", StringComparison.Ordinal)));

    [GeneratedRegex(@"uses:(?<line>[^\n]*)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w./$-])(infra|functions|tests)/[\w./-]+[\w]")]
    private static partial Regex Paths();
}
