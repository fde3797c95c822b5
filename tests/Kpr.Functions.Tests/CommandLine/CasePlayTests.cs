using System.Text.Json;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class CasePlayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpr-play-").FullName;

    public static TheoryData<string, string, int> Played => new()
    {
        { "student-statistics", "closed", 40 },
        { "kpr-with-questions", "closed", 70 },
        { "three-linked-registers", "active", 90 },
    };

    [Theory]
    [MemberData(nameof(Played))]
    public async Task The_played_cases_meet_every_expectation_and_tell_each_event_with_its_deadlines(string name, string end, int atLeast)
    {
        var run = await CommandLineRun.Of("case", "play", Shipped(name), "--json");

        Assert.Equal((0, true), (run.ExitCode, run.Lines.Count >= atLeast));
        Assert.Equal(Enumerable.Range(1, run.Lines.Count), run.Lines.Select(line => line.GetProperty("sequence").GetInt32()));
        Assert.Equal(end, run.Lines[^1].GetProperty("phase").GetString());
        Assert.All(run.Lines.Zip(run.Lines.Skip(1)), pair => Assert.True(pair.First.GetProperty("at").GetDateTime() <= pair.Second.GetProperty("at").GetDateTime()));
    }

    [Fact]
    public async Task Silence_is_reminded_on_the_day_after_ten_working_days_and_the_statutory_clock_counts_from_the_answer()
    {
        var lines = (await CommandLineRun.Of("case", "play", Shipped("kpr-with-questions"), "--json")).Lines;

        var reminded = Assert.Single(lines, line => Event(line) == "applicant-reminded");
        Assert.Equal("2026-09-18T22:00:00Z", reminded.GetProperty("at").GetString());
        Assert.Equal("clock", reminded.GetProperty("by").GetProperty("subject").GetString());
        var complete = lines.First(line => Due(line, "make-available") is not null);
        Assert.Equal("2026-11-05", Due(complete, "make-available")!.Value.GetProperty("due").GetString());
        Assert.Equal(["expiring", "deletion-due", "closed"], lines.Select(line => line.GetProperty("phase").GetString()).Distinct().Skip(11));
    }

    [Fact]
    public async Task A_late_register_is_told_and_its_delay_shows_the_promised_date_beside_the_statutory_one()
    {
        var lines = (await CommandLineRun.Of("case", "play", Shipped("three-linked-registers"), "--json")).Lines;

        Assert.Single(lines, line => Event(line) == "order-overdue");
        Assert.Single(lines, line => Event(line) == "source-missing");
        Assert.Contains(lines, line => Due(line, "make-available") is { } due && due.TryGetProperty("promised", out var promised) && promised.GetString() == "2027-01-15");
    }

    [Fact]
    public async Task The_system_tells_that_an_extract_is_made_and_whoever_ordered_it_may_not_release_it()
    {
        var text = await File.ReadAllTextAsync(Shipped("kpr-with-questions"));
        var lines = (await CommandLineRun.Of("case", "play", Shipped("kpr-with-questions"), "--json")).Lines;

        var by = Assert.Single(lines, line => Event(line) == "order-extracted").GetProperty("by");
        Assert.Equal(("system", "flow", false), (by.GetProperty("role").GetString(), by.GetProperty("subject").GetString(), by.TryGetProperty("organisation", out _)));

        // Checked by a third: only the order for the extract stands in the way.
        var released = text.Replace("as: register/kpr, do: check-output", "as: register/kpr/3, do: check-output", StringComparison.Ordinal)
            .Replace("as: register/kpr/2, do: release-order", "as: register/kpr, do: release-order", StringComparison.Ordinal);
        Assert.NotEqual(text, released);
        var run = await PlayAsync(released);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("release-order i K: ventet fulfilment, fikk 103", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_one_line_an_event()
    {
        var run = await CommandLineRun.Of("case", "play", Shipped("student-statistics"));

        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("2026-03-02 09:00  S    1  started", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("frister: interim-reply 2026-04-07", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expected_refusal_is_told_beside_the_events()
    {
        var run = await CommandLineRun.Of("case", "play", Shipped("three-linked-registers"));

        Assert.Contains("avvist som ventet: 701", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ as: applicant, do: start, with: { kind: statistics }, expect: submitted }", "ventet submitted, saken er draft")]
    [InlineData("{ as: applicant, do: start, with: { kind: statistics }, expect: 101 }", "ventet avvisning 101, men kommandoen ble utført")]
    [InlineData("{ as: applicant, do: submit }", "ble avvist: 101")]
    [InlineData("{ as: applicant, do: submit, expect: 301 }", "ventet avvisning 301, fikk 101")]
    [InlineData("{ as: applicant, do: invent-something }", "320")]
    [InlineData("{ as: applicant, do: start, with: { kind: 3 } }", "321")]
    [InlineData("{ expect: draft }", "ventet draft, saken er none")]
    public async Task The_first_unmet_expectation_ends_the_play_with_1(string step, string why)
    {
        var run = await PlayAsync($"start: 2026-03-02\nsteps:\n  - {step}\n  - {{ as: applicant, do: start, with: {{ kind: statistics }} }}\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("linje 3", run.Error, StringComparison.Ordinal);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.True(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= 2);
    }

    [Theory]
    [InlineData("start: 2026-03-02\nsteps:\n  - { as: applicant, do: start, with: { kind: statistics }, expect: draft }\n  - { at: 2026-09-20, expect: deleted }\n", 0)]
    [InlineData("start: 2026-03-02\nsteps:\n  - { case: X, as: applicant, do: start, with: { kind: statistics }, expect: draft }\n  - { case: Y, as: applicant, do: start, with: { kind: statistics }, expect: draft }\n  - { case: X, as: applicant, do: delete-draft, expect: deleted }\n  - { case: Y, expect: draft }\n", 0)]
    [InlineData("start: 2026-03-02\nsteps:\n  - { as: applicant, do: start, with: { kind: statistics }, expect: 202 }\n", 1)]
    [InlineData("start: 2026-03-02\nsteps: []\n", 2)]
    [InlineData("start: 2026-03-02\n", 2)]
    [InlineData("steps: [{ expect: none }]\n", 2)]
    [InlineData("start: 2026-02-30\nsteps: [{ expect: none }]\n", 2)]
    [InlineData("start: 1901-02-20\nsteps: [{ expect: none }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [{ at: 2026-03-01, expect: none }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [{ at: 3026-03-01, expect: none }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [{ expect: somewhere }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [{ as: king, do: start }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [{ do: start }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [{ who: applicant, do: start }]\n", 2)]
    [InlineData("start: 2026-03-02\nsteps: [start]\n", 2)]
    [InlineData("start: 2026-03-02\nstart: 2026-03-02\nsteps: [{ expect: none }]\n", 2)]
    [InlineData("start: [\n", 2)]
    [InlineData("", 2)]
    public async Task A_file_is_played_judged_or_no_play(string text, int exitCode)
    {
        var run = await PlayAsync(text);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 0, run.Error.Length == 0);
    }

    [Fact]
    public async Task A_file_that_grows_by_aliases_is_refused()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefg".Select((name, i) => $"{name}: &{name} [{string.Join(',', Enumerable.Repeat($"*{"abcdef"[i]}", 10))}]\n"));
        var text = $"start: 2026-03-02\nsteps:\n  - as: applicant\n    do: start\n    with:\n{string.Concat(bomb.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"      {line}\n"))}";

        var run = await PlayAsync(text);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("for mange verdier", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case")]
    [InlineData("case", "play")]
    [InlineData("case", "play", "no-such-file.yaml")]
    [InlineData("case", "play", "a.yaml", "--fast")]
    [InlineData("case", "rewind", "a.yaml")]
    public async Task Wrong_use_is_answered_with_2(params string[] args)
    {
        var run = await CommandLineRun.Of(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.NotEmpty(run.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Event(JsonElement line) => line.GetProperty("event").GetString()!;

    private static JsonElement? Due(JsonElement line, string clock) =>
        line.GetProperty("due").EnumerateArray().Where(due => due.GetProperty("clock").GetString() == clock).Cast<JsonElement?>().FirstOrDefault();

    private async Task<CommandLineRun> PlayAsync(string text)
    {
        var path = Path.Combine(_folder, "play.yaml");
        await File.WriteAllTextAsync(path, text);
        return await CommandLineRun.Of("case", "play", path);
    }

    private string Shipped(string name)
    {
        using var resource = typeof(Kpr.Local.KprCommandLine).Assembly.GetManifestResourceStream($"cases/{name}.yaml")!;
        var path = Path.Combine(_folder, $"{name}.yaml");
        using var file = File.Create(path);
        resource.CopyTo(file);
        return path;
    }
}
