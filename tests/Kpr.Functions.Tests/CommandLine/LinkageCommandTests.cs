using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
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

        // What the tables hold is told beside them, with their sums and how well each source was found.
        var package = JsonNode.Parse(await File.ReadAllTextAsync(folder[$"linked/{DataPackageJson.FileName}"]))!;
        Assert.Equal([30.0 / Numbers.Length, (Numbers.Length - 20.0) / Numbers.Length], package["kpr:sources"]!.AsArray().Select(source => (double)source!["matchRate"]!));
        foreach (var resource in package["resources"]!.AsArray())
        {
            var content = await File.ReadAllBytesAsync(folder[$"linked/{resource!["path"]}"]);
            Assert.Equal(($"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}", content.Length), ((string)resource["hash"]!, (int)resource["bytes"]!));
            Assert.Equal(["person", "value"], resource["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!));
        }

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

    [Fact]
    public async Task Files_as_the_server_hands_them_out_are_opened_linked_and_sealed_to_the_applicant()
    {
        using var folder = new TemporaryFolder();
        await IssueAsync(folder, string.Join('\n', Numbers));
        Deliver(folder, "kpr-1", Numbers[..30]);
        Deliver(folder, "npr-1", Numbers[20..]);
        var plain = await LinkAsync(folder, "plain");
        using var linker = KeyPair(folder, "linker");
        using var applicant = KeyPair(folder, "applicant");
        foreach (var file in Directory.GetFiles(folder["issued/maps"]).Concat(Directory.GetFiles(folder["came"], "*", SearchOption.AllDirectories)).Where(file => !file.EndsWith("kpr-1/rader.csv", StringComparison.Ordinal)))
        {
            await EnvelopAsync(file, linker);
        }

        var opened = await LinkAsync(folder, "linked", "--key", folder["linker.key.pem"], "--certificate", folder["linker.pem"]);
        Assert.Equal((0, "", plain.Out), (opened.ExitCode, opened.Error, opened.Out));
        string[] files = [.. Directory.GetFiles(folder["plain"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(folder[$"plain/{file}"]), File.ReadAllBytes(folder[$"linked/{file}"])));

        var result = await CommandLineRun.Of("linkage", "seal", folder["linked"], "--certificate", folder["applicant.pem"], "--out", folder["result"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{files.Length} filer kryptert", result.Out, StringComparison.Ordinal);
        Assert.Equal(files.Select(file => $"{file}.p7m"), Directory.GetFiles(folder["result"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(folder[$"linked/{file}"]), CmsEnvelope.Open(File.ReadAllBytes(folder[$"result/{file}.p7m"]), applicant)));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_2_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        await IssueAsync(folder, Numbers[0]);
        Deliver(folder, "kpr-1", Numbers[..1]);
        using var linker = KeyPair(folder, "linker");
        using var other = KeyPair(folder, "other");
        await EnvelopAsync(folder["issued/maps/kpr-1.map"], linker);
        string[] key = ["--key", folder["linker.key.pem"]];
        await SaysAsync("kpr-1.map.p7m er kryptert. Oppgi --key og --certificate.");
        await SaysAsync("--key og --certificate hører sammen.", key);
        await SaysAsync("hører ikke sammen.", [.. key, "--certificate", folder["other.pem"]]);
        await SaysAsync("kpr-1.map.p7m er ikke kryptert til sertifikatet", "--key", folder["other.key.pem"], "--certificate", folder["other.pem"]);
        using (var large = File.OpenWrite(folder["issued/maps/kpr-1.map.p7m"]))
        {
            large.SetLength((512L << 20) + 1);
        }

        await SaysAsync("lengre enn 512 MiB. Åpne den med openssl cms", [.. key, "--certificate", folder["linker.pem"]]);
        File.Delete(folder["issued/maps/kpr-1.map.p7m"]);
        folder.Write("issued/maps/kpr-1.map", "KPRLNK");
        await SaysAsync("nøkkelkart er skadet");
        Assert.Equal(2, (await CommandLineRun.Of("linkage", "seal", folder["came/kpr-1"], "--certificate", folder["linker.key.pem"], "--out", folder["result"])).ExitCode);

        async Task SaysAsync(string reason, params string[] options)
        {
            var run = await LinkAsync(folder, "linked", options);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        }
    }

    private static Task<CommandLineRun> LinkAsync(TemporaryFolder folder, string into, params string[] options) =>
        CommandLineRun.Of(["linkage", "link", folder["issued"], "--deliveries", folder["came"], "--out", folder[into], .. options]);

    private static X509Certificate2 KeyPair(TemporaryFolder folder, string name)
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(100));
        folder.Write($"{name}.pem", certificate.ExportCertificatePem());
        folder.Write($"{name}.key.pem", key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    // In place of the file.
    private static async Task EnvelopAsync(string file, X509Certificate2 recipient)
    {
        await using (var content = File.OpenRead(file))
        await using (var target = File.Create(file + CmsEnvelope.Extension))
        {
            await CmsEnvelope.EncryptAsync(content, target, recipient);
        }

        File.Delete(file);
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
        folder.Write($"came/{source}/{SourceManifest.FileName}", Encoding.UTF8.GetString(new SourceManifest("SAK-1", "b1", source, [new SourceTable(table, "serial", file)]).ToBytes()));
    }
}
