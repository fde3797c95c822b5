using System.Text.Json;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>Holds what check says of a generated set against its expected.json.</summary>
internal static class ExpectedComparison
{
    /// <summary>Checks a set; every file must agree in status, counts, rules and each finding.</summary>
    /// <returns>The rules that were expected anywhere in the set.</returns>
    public static async Task<ISet<string>> AssertAgrees(TemporaryFolder folder, string set, string environment = "test")
    {
        var findings = folder["funn"];
        var run = await CommandLineRun.Of("check", "--json", folder[set], "--environment", environment, "--findings", findings);
        using var sheet = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder[set], "expected.json")));
        var expected = sheet.RootElement.GetProperty("files").EnumerateArray()
            .OrderBy(file => file.GetProperty("path").GetString(), StringComparer.Ordinal).ToList();
        var receipts = run.Lines;

        Assert.Equal(expected.Count, receipts.Count);
        Assert.Equal(expected.Exists(file => file.GetProperty("status").GetString() != "accepted") ? 1 : 0, run.ExitCode);
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < receipts.Count; i++)
        {
            var path = expected[i].GetProperty("path").GetString()!;
            Assert.Equal($"{path} {Summary(expected[i])}", $"{path} {Summary(receipts[i])}");
            var found = File.ReadLines(Path.Combine(findings, path.Replace("/", "__", StringComparison.Ordinal) + ".findings.jsonl"))
                .Select(line => Key(JsonDocument.Parse(line).RootElement));
            var planted = expected[i].GetProperty("faults").EnumerateArray().Select(Key).ToList();
            Assert.Equal(planted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            rules.UnionWith(planted.Select(key => key.Split(' ')[0]));
        }

        Directory.Delete(findings, recursive: true);
        return rules;
    }

    private static string Summary(JsonElement file) =>
        $"{file.GetProperty("status")} {Flat(file.GetProperty("counts"))} {Flat(file.GetProperty("rules"))}";

    private static string Flat(JsonElement numbers) =>
        string.Join(' ', numbers.EnumerateObject().Select(number => $"{number.Name}={number.Value}"));

    private static string Key(JsonElement finding) =>
        $"{finding.GetProperty("rule")} {finding.GetProperty("ordinal")} {finding.GetProperty("recordId")}";
}
