using System.Text.Json;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class TableTests : IDisposable
{
    private const string Table = """
        "region","county","income","n"
        "A",1,"work",12
        "B",1,"work",3
        "C",2,"work",25
        "D",3,"work",14
        "A",1,"aid",31
        "B",1,"aid",17
        "C",2,"aid",2
        "D",3,"aid",0
        "A",1,"pension",11
        "B",1,"pension",19
        "C",2,"pension",21
        "D",3,"pension",16

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Protect_writes_every_margin_hides_with_one_symbol_and_tells_what_can_be_computed()
    {
        var run = await Protect(_folder.Write("in.csv", Table));

        Assert.Equal(0, run.ExitCode);
        var lines = File.ReadAllLines(_folder["out.csv"]);
        Assert.Equal("region,income,n", lines[0]);
        Assert.Equal((4 + 3 + 1) * (3 + 1), lines.Length - 1);
        Assert.Contains("Total,Total,171", lines);
        Assert.Contains("B,work,:", lines);
        Assert.Contains("D,aid,0", lines);

        // County 2 has one region: hidden with it.
        Assert.Contains("C,aid,:", lines);
        Assert.Contains("c2,aid,:", lines);
        var report = Report();
        Assert.Equal(
            ["hideBelow", "width", "zeros", "cells", "primary", "secondary", "secondaryValue", "seconds", "hidden"],
            report.EnumerateObject().Select(member => member.Name));
        Assert.Equal((5, 5, "publish", 32, 3), (
            report.GetProperty("hideBelow").GetInt32(), report.GetProperty("width").GetInt32(), report.GetProperty("zeros").GetString(),
            report.GetProperty("cells").GetInt32(), report.GetProperty("primary").GetInt32()));
        var hidden = report.GetProperty("hidden").EnumerateArray().ToList();
        Assert.Equal(lines.Count(line => line.EndsWith(",:", StringComparison.Ordinal)), hidden.Count);
        Assert.Equal(hidden.Count - 3, report.GetProperty("secondary").GetInt32());
        Assert.Equal(["key", "primary", "lower", "upper", "witnessWidth"], hidden[0].EnumerateObject().Select(member => member.Name));
        Assert.All(hidden, cell => Assert.InRange(
            cell.GetProperty("witnessWidth").GetInt64(), 5, cell.GetProperty("upper").GetInt64() - cell.GetProperty("lower").GetInt64()));
        Assert.Contains(hidden, cell => cell.GetProperty("key").GetProperty("region").GetString() == "B"
            && cell.GetProperty("key").GetProperty("income").GetString() == "work" && cell.GetProperty("primary").GetBoolean());
    }

    [Fact]
    public async Task Audit_of_what_protect_wrote_finds_the_same_intervals()
    {
        await Protect(_folder.Write("in.csv", Table));
        var told = Report();

        var run = await Call("audit", _folder["out.csv"], "--audit", _folder["again.json"]);

        Assert.Equal(0, run.ExitCode);
        using var again = JsonDocument.Parse(File.ReadAllText(_folder["again.json"]));
        Assert.Equal(Intervals(told), Intervals(again.RootElement));
        Assert.Equal(32, again.RootElement.GetProperty("cells").GetInt32());
        Assert.Equal(JsonValueKind.Null, again.RootElement.GetProperty("primary").ValueKind);
    }

    [Fact]
    public async Task Audit_ends_with_1_when_a_hidden_cell_can_be_computed()
    {
        await Protect(_folder.Write("in.csv", Table));
        var lines = File.ReadAllLines(_folder["out.csv"]).Select(line => line == "B,work,:" || !line.EndsWith(",:", StringComparison.Ordinal) ? line : Shown(line));

        var run = await Call("audit", _folder.Write("careless.csv", string.Join('\n', lines)));

        Assert.Equal(1, run.ExitCode);
        using var report = JsonDocument.Parse(run.Out);
        var cell = Assert.Single(report.RootElement.GetProperty("hidden").EnumerateArray());
        Assert.Equal((3, 3), (cell.GetProperty("lower").GetInt32(), cell.GetProperty("upper").GetInt32()));
        Assert.Contains("1 kan regnes ut", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_table_asked_twice_is_the_same_table()
    {
        var file = _folder.Write("in.csv", Table);
        await Protect(file);
        var first = File.ReadAllText(_folder["out.csv"]);
        await Protect(file);

        Assert.Equal(first, File.ReadAllText(_folder["out.csv"]));
    }

    [Fact]
    public async Task Semicolons_quotes_and_codes_with_separators_survive()
    {
        var file = _folder.Write("in.csv", "\uFEFFregion;income;n\r\n\"A;1\";work;12\r\n\"A \"\"2\"\"\";work;30\r\n\"A;1\";aid;8\r\n\"A \"\"2\"\"\";aid;9\r\n");

        var run = await CommandLineRun.Of("table", "protect", file, "--count", "n", "--by", "region,income", "--out", _folder["out.csv"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"A;1\";work;12", File.ReadAllLines(_folder["out.csv"]));
        Assert.Contains("\"A \"\"2\"\"\";aid;9", File.ReadAllLines(_folder["out.csv"]));
    }

    [Theory]
    [InlineData("region,income,n\nA,work,tolv\n", "linje 2: «tolv» er ikke et antall")]
    [InlineData("region,income,n\nA,work,-1\n", "linje 2: «-1» er ikke et antall")]
    [InlineData("region,income,n\nA,work,1.5\n", "er ikke et antall")]
    [InlineData("region,income,n\nA,work,:\n", "er ikke et antall")]
    [InlineData("region,income,n\nA,work\n", "linje 2: 2 felt, ventet 3")]
    [InlineData("region,income,n\n\"A,work,1\n", "anførselstegnet avsluttes ikke")]
    [InlineData("region,income,n\n\"A\"b,work,1\n", "etter sluttanførselstegnet")]
    [InlineData("region,income\nA,work\n", "kolonnen «n» finnes ikke")]
    [InlineData("region,income,income,n\nA,work,aid,1\n", "står to ganger")]
    [InlineData("region,income,n\nTotal,work,1\n", "Totalkoden")]
    [InlineData("region,income,n\n", "minst én linje")]
    [InlineData("", "minst én linje")]
    public async Task A_table_that_cannot_be_read_is_answered_with_2_and_the_place(string text, string reason)
    {
        var run = await CommandLineRun.Of(
            "table", "protect", _folder.Write("in.csv", text), "--count", "n", "--by", "region,income", "--out", _folder["out.csv"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("table", "protect")]
    [InlineData("table", "protect", "IN")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region,region", "--out", "OUT")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region,n", "--out", "OUT")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region", "--out", "OUT", "--width", "0")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region", "--out", "OUT", "--zeros", "sometimes")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region", "--out", "OUT", "--hierarchy", "region")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region", "--out", "OUT", "--hierarchy", "income=H")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region", "--out", "OUT", "--hierarchy", "region=NONE")]
    [InlineData("table", "protect", "IN", "--count", "n", "--by", "region", "--out", "OUT", "--round", "3")]
    [InlineData("table", "protect", "NONE", "--count", "n", "--by", "region", "--out", "OUT")]
    [InlineData("table", "audit", "NONE", "--count", "n", "--by", "region")]
    public async Task Wrong_use_is_answered_with_2(params string[] args)
    {
        var file = _folder.Write("in.csv", Table);

        var run = await CommandLineRun.Of([.. args.Select(arg => arg switch
        {
            "IN" => file,
            "OUT" => _folder["out.csv"],
            "NONE" => _folder["none.csv"],
            "region=NONE" => $"region={_folder["none.csv"]}",
            _ => arg,
        })]);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    [Theory]
    [InlineData("region,income,n\nA,work,:\nB,work,5\nTotal,work,3\n", "motsier hverandre")]
    [InlineData("region,income,n\nA,work,:\nA,work,5\n", "står to ganger")]
    public async Task Published_numbers_that_make_no_table_are_answered_with_2(string text, string reason)
    {
        var run = await CommandLineRun.Of("table", "audit", _folder.Write("out.csv", text), "--count", "n", "--by", "region,income");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLineRun> Protect(string file) => Call("protect", file, "--out", _folder["out.csv"], "--audit", _folder["audit.json"]);

    private Task<CommandLineRun> Call(string command, string file, params string[] more) => CommandLineRun.Of(
    [
        "table", command, file, "--count", "n", "--by", "region,income", "--hierarchy",
        $"region={_folder.Write("counties.csv", "child,parent\nA,c1\nB,c1\nC,c2\nD,c3\n")}", .. more,
    ]);

    private JsonElement Report()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(_folder["audit.json"]));
        return report.RootElement.Clone();
    }

    private static List<string> Intervals(JsonElement report) =>
        [.. report.GetProperty("hidden").EnumerateArray().Select(cell => $"{cell.GetProperty("key")} {cell.GetProperty("lower")} {cell.GetProperty("upper")}").Order(StringComparer.Ordinal)];

    // The true count of a cell of the table above, margins included.
    private static string Shown(string line)
    {
        var (region, income) = (line.Split(',')[0], line.Split(',')[1]);
        var sum = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Replace("\"", "", StringComparison.Ordinal).Split(','))
            .Where(row => region == "Total" || row[0] == region || $"c{row[1]}" == region).Where(row => income == "Total" || row[2] == income)
            .Sum(row => int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture));
        return $"{region},{income},{sum}";
    }
}
