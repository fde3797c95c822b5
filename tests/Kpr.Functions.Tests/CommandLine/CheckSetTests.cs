namespace Kpr.Functions.Tests.CommandLine;

public sealed class CheckSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_walked_in_ordinal_order_without_hidden_files_and_answer_sheets()
    {
        _folder.Write("care-events/5001/b.xml", CareEventText.Of(municipality: "5001"));
        _folder.Write("care-events/0301/b.xml", CareEventText.Of(messageId: "melding-2"));
        _folder.Write("care-events/0301/B.xml", CareEventText.Of());
        _folder.Write("care-events/0301/.skjult.xml", "x");
        _folder.Write(".git/a.xml", "x");
        _folder.Write("expected.json", "{}");

        var run = await CommandLineRun.Of("check", "--json", _folder.Path);

        Assert.Equal(
            ["0301/B.xml", "0301/b.xml", "5001/b.xml"],
            run.Lines.Select(line => line.GetProperty("file")).Select(file => $"{file.GetProperty("sender")}/{file.GetProperty("name")}"));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task The_same_bytes_again_are_answered_with_the_first_receipt_unchanged()
    {
        _folder.Write("care-events/0301/a.xml", CareEventText.Of(2, change: CareEventText.WithUnknownStatus));
        _folder.Write("care-events/0301/b.xml", CareEventText.Of(2, change: CareEventText.WithUnknownStatus));

        var run = await CommandLineRun.Of("check", "--json", _folder.Path);

        Assert.Equal(2, run.Lines.Count);
        Assert.Equal(run.Lines[0].GetRawText(), run.Lines[1].GetRawText());
        Assert.Contains("b.xml er samme fil som a.xml", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task The_same_message_id_with_other_content_is_rejected_under_F08()
    {
        _folder.Write("care-events/0301/a.xml", CareEventText.Of());
        _folder.Write("care-events/0301/b.xml", CareEventText.Of(2));
        _folder.Write("care-events/0301/c.xml", CareEventText.Of(2));

        var run = await CommandLineRun.Of("check", "--json", _folder.Path);

        Assert.Equal(["accepted", "rejected", "rejected"], run.Lines.Select(line => line.GetProperty("status").GetString()));
        var second = run.Lines[1];
        Assert.Equal(1, second.GetProperty("rules").GetProperty("F08").GetInt64());
        Assert.Equal(2, second.GetProperty("counts").GetProperty("rejected").GetInt64());

        // The third holds the bytes of the second: it gets that one's receipt.
        Assert.Equal("b.xml", run.Lines[2].GetProperty("file").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Message_ids_that_hold_a_number_are_told_apart_and_not_shown()
    {
        _folder.Write("care-events/0301/a.xml", CareEventText.Of(messageId: $"{CareEventText.Person}-1"));
        _folder.Write("care-events/0301/b.xml", CareEventText.Of(2, $"{CareEventText.Person}-2"));
        _folder.Write("care-events/0301/c.xml", CareEventText.Of(3, $"{CareEventText.Person}-1"));

        var run = await CommandLineRun.Of("check", "--json", _folder.Path);

        Assert.Equal(["accepted", "accepted", "rejected"], run.Lines.Select(line => line.GetProperty("status").GetString()));
        Assert.Equal(1, run.Lines[2].GetProperty("rules").GetProperty("F08").GetInt64());
        Assert.DoesNotContain(CareEventText.Person, string.Join('\n', run.Lines.Select(line => line.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sender_may_use_the_same_message_id()
    {
        _folder.Write("care-events/0301/a.xml", CareEventText.Of());
        _folder.Write("care-events/5001/a.xml", CareEventText.Of(2, municipality: "5001"));

        Assert.Equal(0, (await CommandLineRun.Of("check", _folder.Path)).ExitCode);
    }

    [Fact]
    public async Task Two_unreadable_files_of_other_content_are_not_the_same_message()
    {
        _folder.Write("care-events/0301/a.xml", "tull");
        _folder.Write("care-events/0301/b.xml", "tøys");

        var run = await CommandLineRun.Of("check", "--json", _folder.Path);

        Assert.All(run.Lines, line => Assert.False(line.GetProperty("rules").TryGetProperty("F08", out _)));
        Assert.Equal(["a.xml", "b.xml"], run.Lines.Select(line => line.GetProperty("file").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_file_named_twice_is_judged_once()
    {
        var file = _folder.Write("a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", "--json", file, _folder.Path, file);

        Assert.Single(run.Lines);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task People_get_a_line_that_sums_up_the_set()
    {
        _folder.Write("a.xml", CareEventText.Of());
        _folder.Write("b.xml", "tull");

        var run = await CommandLineRun.Of("check", _folder.Path);

        Assert.Equal("2 filer: 1 mottatt, 1 avvist.", run.Out.TrimEnd().Split('\n')[^1]);
    }
}
