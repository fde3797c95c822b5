namespace Kpr.Functions.Tests.CommandLine;

public sealed class InvoiceCommandTests
{
    private const string Empty = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>";

    [Fact]
    public async Task Every_file_is_answered_with_a_line_and_the_worst_decides()
    {
        using var folder = new TemporaryFolder();
        var (one, two) = (folder.Write("a.xml", Empty), folder.Write("b.xml", "<!DOCTYPE x><x/>"));
        var run = await CommandLineRun.Of("invoice", "check", one, two);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal([one, two], run.Lines.Select(line => line.GetProperty("file").GetString()));
        Assert.All(run.Lines.SelectMany(line => line.GetProperty("findings").EnumerateArray()), finding =>
        {
            Assert.Equal(["rule", "severity", "path", "message"], finding.EnumerateObject().Select(member => member.Name));
            Assert.Contains(finding.GetProperty("severity").GetString(), new[] { "fatal", "warning" });
        });
        Assert.Contains(run.Lines[0].GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "PEPPOL-EN16931-R003");
        Assert.Equal("KPR-XML", Assert.Single(run.Lines[1].GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_2_and_the_others_are_judged_still()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLineRun.Of("invoice", "check", folder["none.xml"], folder.Write("a.xml", Empty));

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Lines);
        Assert.Contains("Finnes ikke", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invoice")]
    [InlineData("invoice", "check")]
    [InlineData("invoice", "check", "--strict", "a.xml")]
    [InlineData("invoice", "send", "a.xml")]
    public async Task Wrong_use_is_answered_with_2(params string[] args)
    {
        var run = await CommandLineRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
    }
}
