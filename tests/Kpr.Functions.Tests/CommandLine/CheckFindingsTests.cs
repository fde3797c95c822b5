using System.Text.Json;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class CheckFindingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_findings_are_written_beyond_the_thousand_of_the_receipt()
    {
        _folder.Write("inn/care-events/0301/a.xml", CareEventText.Of(3_000, change: CareEventText.WithUnknownStatus));

        var run = await CommandLineRun.Of("check", "--json", _folder["inn"], "--findings", _folder["funn"]);

        var receipt = Assert.Single(run.Lines);
        Assert.Equal(1_000, receipt.GetProperty("findings").GetArrayLength());
        Assert.True(receipt.GetProperty("findingsTruncated").GetBoolean());
        Assert.Equal(1_500, receipt.GetProperty("rules").GetProperty("E06").GetInt64());
        var lines = await File.ReadAllLinesAsync(_folder["funn/care-events__0301__a.xml.findings.jsonl"]);

        // Half of the records rejected: the file is held, which is told last.
        Assert.Equal("held", receipt.GetProperty("status").GetString());
        Assert.Equal((1_501, "F25"), (lines.Length, JsonDocument.Parse(lines[^1]).RootElement.GetProperty("rule").GetString()));
        Assert.Equal(
            Enumerable.Range(1, 1_500).Select(number => 2L * number),
            lines[..^1].Select(line => JsonDocument.Parse(line).RootElement.GetProperty("ordinal").GetInt64()));
    }

    [Fact]
    public async Task The_folder_of_findings_is_not_checked_itself()
    {
        _folder.Write("a.xml", CareEventText.Of());
        await CommandLineRun.Of("check", _folder.Path, "--findings", _folder["funn"]);

        var again = await CommandLineRun.Of("check", "--json", _folder.Path, "--findings", _folder["funn"]);

        Assert.Single(again.Lines);
        Assert.Equal(0, again.ExitCode);
    }

    [Fact]
    public async Task A_file_without_findings_gets_an_empty_list()
    {
        await CommandLineRun.Of("check", _folder.Write("a.xml", CareEventText.Of()), "--findings", _folder["funn"]);

        Assert.Equal(0, new FileInfo(_folder["funn/a.xml.findings.jsonl"]).Length);
    }

    [Theory]
    [InlineData("../../utenfor.xml")]
    [InlineData("a b;c.xml")]
    [InlineData("17834200368.xml")]
    [InlineData("...")]
    public void No_name_leads_out_of_the_folder_or_holds_an_identity_number(string shown)
    {
        var folder = new Kpr.Local.Checking.FindingsFolder(_folder["funn"]);

        var name = folder.NameFor(shown);

        Assert.Equal(Path.GetFileName(name), name);
        Assert.DoesNotContain(CareEventText.Person, name, StringComparison.Ordinal);
        Assert.Equal(_folder["funn"], Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder.FullPath, name))));
        Assert.NotEqual(name, folder.NameFor(shown));
    }

    [Fact]
    public async Task Findings_that_cannot_be_written_are_wrong_use()
    {
        var file = _folder.Write("a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", file, "--findings", Path.Combine(file, "funn"));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
    }
}
