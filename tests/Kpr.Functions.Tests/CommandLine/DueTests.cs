using System.Text.Json;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class DueTests
{
    [Fact]
    public async Task Working_days_are_counted_by_both_calendars_and_every_skipped_day_has_its_reason()
    {
        var run = await CommandLineRun.Of("due", "2026-04-01", "--working-days", "2", "--calendar", "mon-fri");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        var answer = Assert.Single(run.Lines);
        Assert.Equal(["from", "rule", "calendar", "due", "alternative", "reasons"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-04-01", answer.GetProperty("from").GetString());
        Assert.Equal("2 working days", answer.GetProperty("rule").GetString());
        Assert.Equal("mon-fri", answer.GetProperty("calendar").GetString());
        Assert.Equal("2026-04-08", answer.GetProperty("due").GetString());
        Assert.Equal("mon-sat", answer.GetProperty("alternative").GetProperty("calendar").GetString());
        Assert.Equal("2026-04-07", answer.GetProperty("alternative").GetProperty("due").GetString());
        Assert.Equal(
            ["2026-04-02 skjærtorsdag", "2026-04-03 langfredag", "2026-04-04 lørdag", "2026-04-05 1. påskedag", "2026-04-06 2. påskedag"],
            answer.GetProperty("reasons").EnumerateArray().Select(reason => $"{Text(reason, "date")} {Text(reason, "why")}"));
        Assert.Contains("påskedag", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mon-fri")]
    [InlineData("mon-sat")]
    public async Task Weeks_roll_off_saturdays_in_both_calendars(string calendar)
    {
        var run = await CommandLineRun.Of("due", "2026-01-10", "--weeks", "3", "--calendar", calendar);

        var answer = Assert.Single(run.Lines);
        Assert.Equal("2026-02-02", Text(answer, "due"));
        Assert.Equal("2026-02-02", Text(answer.GetProperty("alternative"), "due"));
        Assert.Equal(2, answer.GetProperty("reasons").GetArrayLength());
    }

    [Fact]
    public async Task The_calendar_is_monday_to_friday_when_none_is_named()
    {
        var answer = Assert.Single((await CommandLineRun.Of("due", "2026-12-23", "--working-days", "1")).Lines);

        Assert.Equal(("mon-fri", "2026-12-24"), (Text(answer, "calendar"), Text(answer, "due")));
    }

    [Theory]
    [InlineData("due")]
    [InlineData("due", "2026-04-01")]
    [InlineData("due", "2026-04-01", "--weeks", "1", "--working-days", "1")]
    [InlineData("due", "2026-02-30", "--weeks", "1")]
    [InlineData("due", "1. april", "--weeks", "1")]
    [InlineData("due", "2026-04-01", "--weeks", "-1")]
    [InlineData("due", "2026-04-01", "--weeks", "0")]
    [InlineData("due", "2026-04-01", "--working-days", "1.5")]
    [InlineData("due", "2026-04-01", "--working-days", "99999999999")]
    [InlineData("due", "2026-04-01", "--working-days", "5", "--calendar", "mon-sun")]
    [InlineData("due", "1900-04-01", "--working-days", "5")]
    [InlineData("due", "2198-04-01", "--working-days", "500")]
    [InlineData("due", "2026-04-01", "--working-days", "5", "--holidays")]
    public async Task Wrong_use_is_answered_with_2_and_says_why(params string[] args)
    {
        var run = await CommandLineRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
