namespace Kpr.Functions.Tests.CommandLine;

public sealed class CheckReceiptPagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_file_gets_its_receipt_as_a_page()
    {
        _folder.Write("inn/care-events/0301/Ærlig.xml", CareEventText.Of(4, change: CareEventText.WithUnknownStatus));
        _folder.Write("inn/care-events/0301/søppel.xml", "<hei");

        var run = await CommandLineRun.Of("check", _folder["inn"], "--receipts", _folder["kvitteringer"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["care-events__0301__søppel.xml.html", "care-events__0301__Ærlig.xml.html"],
            Directory.GetFiles(_folder["kvitteringer"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        var page = await File.ReadAllTextAsync(_folder["kvitteringer/care-events__0301__Ærlig.xml.html"]);
        Assert.Contains("Delvis mottatt", page, StringComparison.Ordinal);
        Assert.DoesNotContain(CareEventText.Person, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_of_receipts_is_not_checked_itself()
    {
        _folder.Write("a.xml", CareEventText.Of());
        await CommandLineRun.Of("check", _folder.Path, "--receipts", _folder["kvitteringer"]);

        var again = await CommandLineRun.Of("check", "--json", _folder.Path, "--receipts", _folder["kvitteringer"]);

        Assert.Single(again.Lines);
        Assert.Equal(0, again.ExitCode);
    }

    [Fact]
    public async Task Receipts_that_cannot_be_written_are_wrong_use()
    {
        var file = _folder.Write("a.xml", CareEventText.Of());

        var run = await CommandLineRun.Of("check", file, "--receipts", file);

        Assert.Equal(2, run.ExitCode);
    }
}
