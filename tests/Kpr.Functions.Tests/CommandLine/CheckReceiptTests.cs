using System.Text.Json;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class CheckReceiptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_file_gives_0_and_a_receipt_in_Norwegian()
    {
        var run = await CommandLineRun.Of("check", _folder.Write("hendelser.xml", CareEventText.Of(3)));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Kvittering for hendelser.xml: mottatt", run.Out, StringComparison.Ordinal);
        Assert.Contains("3 hendelser lest: 3 mottatt, 0 avvist", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_file_with_a_rejected_record_gives_1_and_says_what_to_do()
    {
        var run = await CommandLineRun.Of("check", _folder.Write("hendelser.xml", CareEventText.Of(2, change: CareEventText.WithUnknownStatus)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("delvis mottatt", run.Out, StringComparison.Ordinal);
        Assert.Contains("E06 (posten avvises, 1 funn)", run.Out, StringComparison.Ordinal);
        Assert.Contains("post 2, linje ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Råd: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_receipt_a_line_and_the_exit_code_the_worst_of_all()
    {
        var good = _folder.Write("a.xml", CareEventText.Of());
        var bad = _folder.Write("b.xml", CareEventText.Of(2, "melding-2", change: CareEventText.WithUnknownStatus));

        var run = await CommandLineRun.Of("check", "--json", good, bad);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Lines.Count);
        var second = run.Lines[1];
        Assert.Equal(1, second.GetProperty("receiptVersion").GetInt32());
        Assert.Equal("b.xml", second.GetProperty("file").GetProperty("name").GetString());
        Assert.Equal("melding-2", second.GetProperty("file").GetProperty("messageId").GetString());
        Assert.Equal(1, second.GetProperty("rules").GetProperty("E06").GetInt64());
        Assert.EndsWith("Z", second.GetProperty("receivedAt").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hei på deg", "F01")]
    [InlineData("", "F01")]
    [InlineData("<a><b></a>", "F01")]
    [InlineData("<helt_annet/>", "F01")]
    [InlineData("{\"a\":1}", "F01")]
    public async Task Content_of_no_known_format_gives_a_receipt_with_F01_and_1(string content, string rule)
    {
        var run = await CommandLineRun.Of("check", "--json", _folder.Write("fil", content));

        Assert.Equal(1, run.ExitCode);
        var receipt = Assert.Single(run.Lines);
        Assert.Equal("rejected", receipt.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, receipt.GetProperty("file").GetProperty("feed").ValueKind);
        Assert.Equal(1, receipt.GetProperty("rules").GetProperty(rule).GetInt64());
    }

    [Fact]
    public async Task Feed_and_sender_are_read_from_the_path()
    {
        _folder.Write("care-events/0301/a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", "--json", _folder.Path);

        var file = run.Lines[0].GetProperty("file");
        Assert.Equal("care-events", file.GetProperty("feed").GetString());
        Assert.Equal("0301", file.GetProperty("sender").GetString());
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task What_is_told_of_feed_and_sender_goes_before_the_path()
    {
        var file = _folder.Write("care-events/0301/a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", "--json", file, "--sender", "5001");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Lines[0].GetProperty("rules").GetProperty("F07").GetInt64());
    }

    [Fact]
    public async Task Elsewhere_the_feed_is_recognised_by_the_content()
    {
        var run = await CommandLineRun.Of("check", "--json", _folder.Write("utboks/a.xml", CareEventText.Of()));

        var file = run.Lines[0].GetProperty("file");
        Assert.Equal("care-events", file.GetProperty("feed").GetString());
        Assert.Equal(JsonValueKind.Null, file.GetProperty("sender").ValueKind);
    }

    [Fact]
    public async Task Production_takes_no_synthetic_person_and_test_is_the_default()
    {
        var file = _folder.Write("a.xml", CareEventText.Of());

        Assert.Equal(0, (await CommandLineRun.Of("check", file)).ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of("check", file, "--environment", "test")).ExitCode);
        var production = await CommandLineRun.Of("check", "--json", file, "--environment", "production");
        Assert.Equal(1, production.ExitCode);
        Assert.Equal(1, production.Lines[0].GetProperty("rules").GetProperty("I09").GetInt64());
    }

    [Fact]
    public async Task A_reference_to_something_outside_the_files_gives_no_finding()
    {
        var file = _folder.Write("a.xml", CareEventText.Of(change: (_, text) => text.Replace(
            "statusNotifikasjon=\"N\"", "statusNotifikasjon=\"M\" notifikasjonRef=\"00000009-0000-4000-8000-000000000001\"", StringComparison.Ordinal)));

        Assert.Equal(0, (await CommandLineRun.Of("check", file)).ExitCode);
    }

    [Fact]
    public async Task Cancelled_check_gives_130()
    {
        var file = _folder.Write("a.xml", CareEventText.Of());
        using var output = new StringWriter();

        var exit = await Kpr.Local.KprCommandLine.RunAsync(["check", file], output, output, new CancellationToken(canceled: true));

        Assert.Equal(130, exit);
    }
}
