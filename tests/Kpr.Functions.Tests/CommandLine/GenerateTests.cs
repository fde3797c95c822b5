using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kpr.Functions.Tests.CommandLine;

public sealed partial class GenerateTests : IDisposable
{
    private const string CleanFileOfSeedOne = "7feaf06c18a3276fb7efec88b2481416887eb378549bee26c1074c2ae99bc7b5";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_arguments_give_the_same_bytes_and_another_seed_gives_others()
    {
        await Generate("a", "--seed", "5", "--faults", "0.1");
        await Generate("b", "--seed", "5", "--faults", "0.1");
        await Generate("c", "--seed", "6", "--faults", "0.1");

        Assert.Equal(Hashes("a"), Hashes("b"));
        Assert.NotEqual(Hashes("a"), Hashes("c"));
    }

    [Fact]
    public async Task The_bytes_of_a_seed_never_change()
    {
        await Generate("a", "--seed", "1", "--faults", "0");

        // A new kind of fault or a new service may change these bytes on purpose; nothing else may.
        var clean = await File.ReadAllBytesAsync(Directory.GetFiles(_folder["a/care-events/0301"], "hendelser-*-01.xml").Single());
        Assert.Equal(CleanFileOfSeedOne, Convert.ToHexStringLower(SHA256.HashData(clean)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.02")]
    [InlineData("0.4")]
    public async Task The_tiny_set_always_has_one_of_everything_a_demonstration_needs(string rate)
    {
        await Generate("a", "--seed", "3", "--faults", rate);

        var files = Expected("a");
        foreach (var feed in new[] { "care-events", "care-report", "school-health", "claims" })
        {
            var ofFeed = files.Where(file => file.GetProperty("feed").GetString() == feed).ToList();
            Assert.Contains(ofFeed, file => file.GetProperty("faults").GetArrayLength() == 0 && Status(file) == "accepted");
            Assert.Contains(ofFeed, file => file.GetProperty("faults").EnumerateArray().Any(fault => fault.GetProperty("ordinal").ValueKind == JsonValueKind.Number));
            Assert.Contains(ofFeed, file => file.GetProperty("path").GetString()!.EndsWith("/ikke-xml.xml", StringComparison.Ordinal) && Status(file) == "rejected");
            var hashes = ofFeed.ConvertAll(file => Hash(Path.Combine(_folder["a"], file.GetProperty("path").GetString()!)));
            Assert.True(hashes.Distinct().Count() < hashes.Count);
        }

        Assert.Equal(2, Directory.GetDirectories(_folder["a/care-events"]).Length);
        Assert.Contains("bydel=\"0301", await File.ReadAllTextAsync(Directory.GetFiles(_folder["a/care-events/0301"], "hendelser-*-01.xml").Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_identity_number_of_the_set_is_told_anywhere()
    {
        await Generate("a", "--seed", "9", "--faults", "0.5");
        var files = Expected("a").Select(file => Path.Combine(_folder["a"], file.GetProperty("path").GetString()!));
        var numbers = files.SelectMany(file => IdentityNumbers().Matches(File.ReadAllText(file))).Select(match => match.Value).ToHashSet();
        Assert.True(numbers.Count > 100);

        var text = await CommandLineRun.Of("check", _folder["a"], "--findings", _folder["funn"]);
        var json = await CommandLineRun.Of("check", "--json", _folder["a"]);

        var told = string.Concat(
            [text.Out, text.Error, json.Out, json.Error, await File.ReadAllTextAsync(_folder["a/expected.json"]), .. Directory.GetFiles(_folder["funn"]).Select(File.ReadAllText)]);
        Assert.False(IdentityNumbers().Matches(told).Any(match => numbers.Contains(match.Value)), "A number of the set is told.");
    }

    [Fact]
    public async Task Expected_names_the_environment_and_production_refuses_all_that_is_synthetic()
    {
        await Generate("a", "--seed", "4", "--faults", "0.2", "--environment", "production");

        Assert.All(Expected("a"), file => Assert.Equal("production", file.GetProperty("environment").GetString()));
        Assert.Contains("I09", await ExpectedComparison.AssertAgrees(_folder, "a", "production"));
    }

    [Theory]
    [InlineData("--set", "huge")]
    [InlineData("--faults", "1.5")]
    [InlineData("--faults", "mye")]
    [InlineData("--seed", "x")]
    [InlineData("--today", "2199-01-01")]
    [InlineData("--today", "i går")]
    [InlineData("--size", "3")]
    public async Task Wrong_arguments_are_wrong_use_and_write_nothing(string option, string value)
    {
        string[] args = ["generate", "--set", "tiny", "--seed", "1", "--out", _folder["a"]];
        var at = Array.IndexOf(args, option);
        if (at >= 0)
        {
            args[at + 1] = value;
        }
        else
        {
            args = [.. args, option, value];
        }

        var run = await CommandLineRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_wrong_use()
    {
        var run = await CommandLineRun.Of("generate", "--set", "tiny", "--seed", "1", "--out", Path.Combine(_folder.Write("fil", "x"), "a"));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{11,12}(?![0-9])")]
    private static partial Regex IdentityNumbers();

    private static string Status(JsonElement file) => file.GetProperty("status").GetString()!;

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private async Task Generate(string name, params string[] args) =>
        Assert.Equal(0, (await CommandLineRun.Of(["generate", "--set", "tiny", "--out", _folder[name], .. args])).ExitCode);

    private List<JsonElement> Expected(string name) =>
        [.. JsonDocument.Parse(File.ReadAllText(_folder[name + "/expected.json"])).RootElement.GetProperty("files").EnumerateArray()];

    private Dictionary<string, string> Hashes(string name) => Directory.GetFiles(_folder[name], "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_folder[name], file), Hash);
}
