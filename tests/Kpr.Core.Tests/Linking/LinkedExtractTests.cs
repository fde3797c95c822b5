using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;
using Kpr.Core.Linking;
using Kpr.Core.Tests.Extracts;

namespace Kpr.Core.Tests.Linking;

/// <summary>An extract of the register under serial numbers, from its rows until it is linked with another source.</summary>
public sealed class LinkedExtractTests : IDisposable
{
    private const string Case = "2026-0001";
    private const string Batch = "batch-1";
    private const string Order = "kpr-1";

    private static readonly SyntheticRegister Register = SyntheticRegister.Of(seed: 20261122, persons: 40);

    private readonly BatchSecret _secret = new(Case, Batch, [.. Enumerable.Range(0, BatchSecret.Length).Select(at => (byte)(7 * at))]);
    private readonly PersonSet _population = new(Register.Persons.Take(25));

    private static ExtractPlan Plan { get; } = TestExtract.Plan(
        TestExtract.Order([.. ExtractSource.All.Select(source => TestExtract.Everything(source.Name))]), TestExtract.Grant() with { KeyBatch = Batch });

    public void Dispose() => _secret.Destroy();

    [Fact]
    public void Persons_have_serial_numbers_and_all_else_the_keys_of_the_project()
    {
        var normal = TestExtract.Make(Register, Plan, population: _population);
        var extract = UnderSerials();

        using var serials = new SerialNumbers(_secret, Order);
        var names = _population.InOrder().ToDictionary(person => TestExtract.KeyOf(person), person => serials.Of(person).ToString());
        Assert.Equal(_population.InOrder(), extract.Persons.InOrder());
        foreach (var table in Plan.Tables)
        {
            // Rows of lists name their person here, and only the row they belong to in a normal extract.
            Assert.Equal("person_lnr", table.Columns[0].Name);
            Assert.Equal(names.Values.Order(StringComparer.Ordinal), extract.Rows(table.Name).Select(row => row["person_lnr"]).Distinct());
            Assert.Equal(
                normal.Rows(table.Name).Select(row => string.Join(',', row.Values.Skip(1).Prepend(names[row["person_lnr"]]))).Order(StringComparer.Ordinal),
                extract.Rows(table.Name).Select(row => string.Join(',', row.Values)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Linked_with_another_source_it_has_the_rows_and_keys_of_a_normal_extract_of_the_project()
    {
        var normal = TestExtract.Make(Register, Plan, population: _population);
        var known = _population.InOrder().Take(10).ToList();
        var tables = new Dictionary<string, MemoryStream>();

        var result = new Linker(Case, Batch, [Order, "npr-1"], () => new MemoryStream()).Link([Package(UnderSerials()), Other(known)], name => tables[name] = new MemoryStream());

        Assert.True(result.IsWhole, string.Join('\n', result.Faults));
        Assert.Equal((25L, 10L, 25L), (result.Population, result.PersonsInAll, result.PersonsInAny));
        foreach (var table in Plan.Tables)
        {
            // The column with the key is called otherwise; rows of a person stand by their content.
            var linked = Text(tables[table.Name]);
            Assert.StartsWith("person,", linked, StringComparison.Ordinal);
            Assert.Equal(Lines(normal.Files[table.Name]).Skip(1).Order(StringComparer.Ordinal), Lines(linked).Skip(1).Order(StringComparer.Ordinal));
        }

        Assert.Equal(known.Select(person => $"{TestExtract.KeyOf(person)},opphold").Order(StringComparer.Ordinal), Lines(Text(tables["opphold"])).Skip(1));
    }

    private TestExtract UnderSerials()
    {
        using var serials = new SerialNumbers(_secret, Order);
        return TestExtract.Make(Register, Plan, population: _population, nameOf: person => serials.Of(person).ToKey());
    }

    // As the register packs it, with the manifest as whoever links reads it.
    private SourceDelivery Package(TestExtract extract)
    {
        var bytes = extract.Files.ToDictionary(file => $"{file.Key}.csv", file => Encoding.UTF8.GetBytes(file.Value));
        var codebook = Extracts.Package.Sample.Codebook with
        {
            Case = Case, Order = Order, Delimiter = ',',
            Tables = [.. Plan.Tables.Select(table => new CodebookTable(
                table.UnderSerials(),
                new PackagedFile($"{table.Name}.csv", bytes[$"{table.Name}.csv"].Length, Sum(bytes[$"{table.Name}.csv"]), extract.Rows(table.Name).Count), 25, 0, new Dictionary<string, ColumnFigures>()))],
        };
        var manifest = SourceManifest.Read(SourceManifest.Of(codebook, Batch).ToBytes());
        Assert.Contains("løpenummer i koblingen", manifest!.Tables[0].Table.Columns[0].Norwegian, StringComparison.Ordinal);
        return new SourceDelivery(manifest, () => Map(Order), name => new MemoryStream(bytes[name]));
    }

    private SourceDelivery Other(IEnumerable<PersonKey> known)
    {
        using var serials = new SerialNumbers(_secret, "npr-1");
        var csv = Encoding.UTF8.GetBytes("serial,what\n" + string.Concat(known.Select(person => $"{serials.Of(person)},opphold\n")));
        var table = new ExtractTable("opphold", "Opphold", "Stays", [new("serial", "string", "Løpenummer", "Serial number"), new("what", "string", "Hva", "What")], []);
        return new SourceDelivery(
            new SourceManifest(Case, Batch, "npr-1", [new SourceTable(table, "serial", new PackagedFile("opphold.csv", csv.Length, Sum(csv), null))]), () => Map("npr-1"), _ => new MemoryStream(csv));
    }

    private MemoryStream Map(string source)
    {
        using var serials = new SerialNumbers(_secret, source);
        using var keys = new ProjectKeys(TestExtract.Secret());
        using var map = new MemoryStream();
        LinkerKeys.Write(serials, _population.InOrder(), person => keys.OfPerson(person).ToString(), map, new MemoryStream());
        return new MemoryStream(map.ToArray());
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
