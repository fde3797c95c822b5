using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Identity;
using Kpr.Core.Linking;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class LinkageCommandTests
{
    private static readonly string[] Numbers =
        [.. Enumerable.Range(0, 40).Select(day => SyntheticIdentity.BirthNumber(new DateOnly(1960, 2, 3).AddDays(day), Sex.Female, 1)).OfType<string>().Select(number => number.ToString(CultureInfo.InvariantCulture))];

    [Fact]
    public async Task Serial_numbers_are_issued_sources_deliver_under_them_and_rows_of_a_person_meet_under_one_key()
    {
        using var folder = new TemporaryFolder();
        var issued = await IssueAsync(folder, string.Join('\n', Numbers));
        Assert.Equal((0, $"{Numbers.Length} personer, 0 linjer uten identitetsnummer, 2 kilder\n"), (issued.ExitCode, issued.Out));
        Deliver(folder, "kpr-1", Numbers[..30]);
        Deliver(folder, "npr-1", Numbers[20..]);

        var linked = await CommandLineRun.Of("linkage", "link", folder["issued"], "--deliveries", folder["came"], "--out", folder["linked"]);

        Assert.Equal((0, ""), (linked.ExitCode, linked.Error));
        Assert.Contains($"Med rader fra alle kilder som kom: 10", linked.Out, StringComparison.Ordinal);
        var tables = Directory.GetFiles(folder["linked"], "*.csv").Select(File.ReadAllLines).ToList();
        Assert.Equal(2, tables.Count);

        // Who has a row in both is found by the value, which tells who it is.
        var people = tables.SelectMany(table => table.Skip(1)).Select(line => line.Split(',')).GroupBy(cells => cells[1]).ToList();
        Assert.Equal(Numbers.Length, people.Count);
        Assert.All(people, person => Assert.Single(person.Select(cells => cells[0]).Distinct()));
        Assert.Equal(Numbers.Length, people.Select(person => person.First()[0]).Distinct().Count());
        var everything = string.Join('\n', Directory.GetFiles(folder["linked"], "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Numbers, number => everything.Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadLines(folder["issued/keys/kpr-1.csv"]).Skip(1), line => everything.Contains(line.Split(';')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_source_a_foreign_serial_number_and_lines_without_number_are_1()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(1, (await IssueAsync(folder, $"{Numbers[0]}\n12345678901\n{Numbers[1]}")).ExitCode);
        Deliver(folder, "kpr-1", Numbers[..2]);
        var alone = await CommandLineRun.Of("linkage", "link", folder["issued"], "--deliveries", folder["came"], "--out", folder["linked"]);
        Assert.Equal(1, alone.ExitCode);
        Assert.Contains("npr-1: kom ikke", alone.Out, StringComparison.Ordinal);

        // What another source was given is known to nobody here.
        Deliver(folder, "npr-1", Numbers[..2], keysOf: "kpr-1");
        var wrong = await CommandLineRun.Of("linkage", "link", folder["issued"], "--deliveries", folder["came"], "--out", folder["linked"]);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("1 tabeller holdt tilbake", wrong.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_link_is_2()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, (await IssueAsync(folder, "ingen\n")).ExitCode);
        Assert.Equal(2, (await CommandLineRun.Of("linkage", "keys", folder["none.txt"], "--case", "S", "--batch", "b", "--source", "a", "--out", folder["x"])).ExitCode);
        Assert.Equal(2, (await CommandLineRun.Of("linkage", "keys", folder.Write("l.txt", Numbers[0]), "--case", "../S", "--batch", "b", "--source", "a", "--out", folder["x"])).ExitCode);
        Assert.Equal(2, (await CommandLineRun.Of("linkage", "link", folder.Path, "--deliveries", folder.Path, "--out", folder["x"])).ExitCode);
        await IssueAsync(folder, Numbers[0]);
        Assert.Equal(2, (await CommandLineRun.Of("linkage", "link", folder["issued"], "--deliveries", folder["came"], "--out", folder["x"])).ExitCode);
    }

    private static Task<CommandLineRun> IssueAsync(TemporaryFolder folder, string list) => CommandLineRun.Of(
        "linkage", "keys", folder.Write("list.txt", list), "--case", "SAK-1", "--batch", "b1", "--source", "kpr-1", "--source", "npr-1", "--out", folder["issued"]);

    // The value tells whose row it is, without a number.
    private static void Deliver(TemporaryFolder folder, string source, IEnumerable<string> people, string? keysOf = null)
    {
        var keys = File.ReadLines(folder[$"issued/keys/{keysOf ?? source}.csv"]).Skip(1).Select(line => line.Split(';')).ToDictionary(cells => cells[0], cells => cells[1]);
        var csv = "serial,value\n" + string.Concat(people.Select(number => $"{keys[number]},person {Array.IndexOf(Numbers, number)}\n"));
        var file = new PackagedFile("rader.csv", csv.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv))), null);
        var table = new ExtractTable("rader", "Rader", "Rows", [new("serial", "string", "Løpenummer", "Serial number"), new("value", "string", "Verdi", "Value")], []);
        folder.Write($"came/{source}/rader.csv", csv);
        folder.Write($"came/{source}/manifest.json", Encoding.UTF8.GetString(new SourceManifest("SAK-1", "b1", source, [new SourceTable(table, "serial", file)]).ToBytes()));
    }
}
