namespace Kpr.Functions.Tests.CommandLine;

public sealed class CheckUsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_without_a_path_is_wrong_use()
    {
        var run = await CommandLineRun.Of("check");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("Bruk: kpr check", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--jsn")]
    [InlineData("-x")]
    [InlineData("--strict")]
    public async Task An_unknown_option_is_wrong_use_and_no_file_name(string option)
    {
        var file = _folder.Write("a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", file, option);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_two_dashes_anything_is_a_file_name()
    {
        var run = await CommandLineRun.Of("check", "--json", "--", "--finnes-ikke.xml");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Finnes ikke: --finnes-ikke.xml", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--feed", "pasientreiser")]
    [InlineData("--environment", "staging")]
    public async Task An_unknown_feed_or_environment_is_wrong_use(string option, string value)
    {
        var file = _folder.Write("a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", file, option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_command_and_an_unknown_command_are_wrong_use()
    {
        Assert.Equal(2, (await CommandLineRun.Of()).ExitCode);
        Assert.Equal(2, (await CommandLineRun.Of("sjekk")).ExitCode);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_gives_2_and_the_others_are_judged()
    {
        var good = _folder.Write("a.xml", CareEventText.Of());
        var bad = _folder.Write("b.xml", CareEventText.Of(2, "melding-2", change: CareEventText.WithUnknownStatus));

        var run = await CommandLineRun.Of("check", good, _folder["c.xml"], bad, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["accepted", "partly-accepted"], run.Lines.Select(line => line.GetProperty("status").GetString()));
        Assert.Contains("c.xml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_nothing_to_judge()
    {
        var run = await CommandLineRun.Of("check", _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task A_missing_path_is_told_without_the_identity_number_in_it()
    {
        var run = await CommandLineRun.Of("check", _folder[$"{CareEventText.Person}.xml"]);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain(CareEventText.Person, run.Out + run.Error, StringComparison.Ordinal);
    }
}
