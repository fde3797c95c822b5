using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Comparison;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class DeliveryDiffTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261122, 3);

    // So little that there are several runs.
    private const int Limit = 200;

    private static readonly ProjectSecret Secret = new("PROSJEKT-1", [.. Enumerable.Range(0, 32).Select(at => (byte)at)]);

    [Fact]
    public void What_was_added_removed_and_changed_is_what_two_sets_say() => Check.One(
        Seeded,
        Prop.ForAll(Rows().ToArbitrary(), Rows().ToArbitrary(), (older, newer) =>
        {
            var figures = Compare(older, newer, Sample.Persons);
            var (old, now) = (older.ToDictionary(row => row[0]), newer.ToDictionary(row => row[0]));
            var both = old.Keys.Intersect(now.Keys).ToList();
            var same = both.Count(key => old[key].SequenceEqual(now[key]));
            return figures == new RowFigures(now.Keys.Except(old.Keys).Count(), old.Keys.Except(now.Keys).Count(), both.Count - same, same);
        }));

    [Fact]
    public void Rows_that_are_equal_are_counted_one_by_one()
    {
        string[] a = ["P1", "2023-01-01", "", "", "0301", "", ""];
        string[] b = ["P1", "2023-01-02", "", "", "0301", "", ""];
        Assert.Equal(new RowFigures(1, 1, 0, 2), Compare([a, a, a], [b, a, a], Sample.Contacts));
        Assert.Equal(new RowFigures(0, 0, 0, 0), Compare([], [], Sample.Contacts));
    }

    [Fact]
    public void Two_rows_of_one_key_are_matched_by_content_first()
    {
        Assert.Equal(new RowFigures(0, 0, 1, 1), Compare([["P1", "1950", "1"], ["P1", "1951", "1"]], [["P1", "1951", "1"], ["P1", "1952", "1"]], Sample.Persons));
        Assert.Equal(new RowFigures(1, 0, 1, 0), Compare([["P1", "1950", "1"]], [["P1", "1951", "1"], ["P1", "1952", "1"]], Sample.Persons));
    }

    [Fact]
    public void Values_do_not_flow_into_each_other() =>
        Assert.Equal(new RowFigures(0, 0, 1, 0), Compare([["P1", "19", "501"]], [["P1", "1950", "1"]], Sample.Persons));

    [Fact]
    public void A_value_in_quotes_is_what_it_stands_for()
    {
        Assert.Equal(new RowFigures(0, 0, 0, 1), Compare([["P1", "1950", "1"]], [["\"P1\"", "1950", "1"]], Sample.Persons));
        Assert.Equal(new RowFigures(1, 0, 0, 1), Compare([["P1", "\"a,\n\"\"b\"", "1"]], [["P1", "\"a,\n\"\"b\"", "1"], ["P2", "", ""]], Sample.Persons));
    }

    [Fact]
    public void Sums_are_noise_without_the_secret_and_tell_tables_apart()
    {
        string[][] rows = [["P1", "1950", "1"]];
        var other = new ProjectSecret("PROSJEKT-1", new byte[32]);
        var sums = Sums(rows, Sample.Persons);
        Assert.Equal(8 + 32, sums.Length);
        Assert.False(sums.AsSpan(8).SequenceEqual(Sums(rows, Sample.Persons, other).AsSpan(8)));
        Assert.False(sums.AsSpan(8).SequenceEqual(Sums(rows, Sample.Persons with { Name = "andre" }).AsSpan(8)));
    }

    [Fact]
    public async Task Sums_that_are_cut_out_of_order_or_something_else_are_told()
    {
        var sums = Sums([["P1", "1950", "1"], ["P2", "1951", "1"]], Sample.Persons);
        byte[] swapped = [.. sums[..8], .. sums[40..], .. sums[8..40]];
        foreach (var damaged in new[] { sums[..^1], swapped, sums[1..], [] })
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => RowFigures.OfAsync(new MemoryStream(damaged), new MemoryStream(sums)));
        }
    }

    [Fact]
    public async Task A_later_decision_shows_in_persons_tables_columns_and_codes()
    {
        var narrower = Sample.Persons with
        {
            Columns = [Sample.Persons.Columns[0], Sample.Persons.Columns[1] with { Form = "age-5" }, Sample.Persons.Columns[2] with { Codes = [new("1", "Menn"), new("2", "Kvinne"), new("3", "Annet")] }, new("bydel", "string", "Bydel", "District")],
        };
        var added = new ExtractTable("ny", "Ny", "New", [new("person", "string", "", "")], []);
        var before = Content(Sample.Codebook with { Persons = 2 }, [["P1", "1950", "1"], ["P2", "1951", "1"]], "P1", "P2");
        var after = Content(
            Sample.Codebook with { DecisionVersion = 3, Tables = [Sample.Codebook.Tables[0] with { Table = narrower }, new(added, new PackagedFile("ny.csv", 1, "", 4), 1, 0, new Dictionary<string, ColumnFigures>())] },
            [["P2", "1951", "1"], ["P3", "1952", "2"]], "P2", "P3", "P4");

        var diff = await DeliveryDiff.OfAsync(before, after);
        Assert.Equal(new RowFigures(2, 1, 0, 1), diff.Persons);
        Assert.Equal(["personer", "ny", "kontakter"], diff.Tables.Select(table => table.Table));
        var persons = diff.Tables[0];
        Assert.Equal(new RowFigures(1, 1, 0, 1), persons.Rows);
        Assert.Equal(["bydel"], persons.ColumnsAdded);
        Assert.Equal(["fodselsaar"], persons.ColumnsChanged);
        var codes = Assert.Single(persons.Codes);
        Assert.Equal(["3"], codes.Added);
        Assert.Equal(["9"], codes.Removed);
        Assert.Equal(["1"], codes.Renamed);
        Assert.Null(diff.Tables[1].RowsBefore);
        Assert.Null(diff.Tables[2].RowsAfter);

        var json = JsonSerializer.Serialize(diff, PackageJson.Readable.DeliveryDiff);
        Assert.Equal(2, JsonDocument.Parse(json).RootElement.GetProperty("persons").GetProperty("added").GetInt32());
        Assert.DoesNotContain("P3", json, StringComparison.Ordinal);
        var text = DeliveryDiffText.Of(diff, PackageLanguage.Norwegian);
        Assert.Contains("Personer: 2 nye, 1 borte, 1 i begge", text, StringComparison.Ordinal);
        Assert.Contains("nye variabler: bydel", text, StringComparison.Ordinal);
        Assert.Contains("nye koder i kjonn: 3", text, StringComparison.Ordinal);
        Assert.Contains("ny: ny tabell med 4 rader", text, StringComparison.Ordinal);
        Assert.Contains("kontakter: the table is gone; it had 123456 rows", DeliveryDiffText.Of(diff, PackageLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_a_key_whose_columns_changed_cannot_be_compared_by_rows()
    {
        var before = Content(Sample.Codebook with { Tables = [Sample.Codebook.Tables[1]] }, [], "P1");
        var after = Content(Sample.Codebook with { Tables = [Sample.Codebook.Tables[1] with { Table = Sample.Contacts with { Columns = [.. Sample.Contacts.Columns.Skip(1)] } }] }, [], "P1");
        var diff = await DeliveryDiff.OfAsync(before, after);
        Assert.Null(Assert.Single(diff.Tables).Rows);
        Assert.Contains("kan ikke sammenlignes", DeliveryDiffText.Of(diff, PackageLanguage.Norwegian), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_of_different_projects_are_not_compared() => await Assert.ThrowsAsync<ArgumentException>(
        () => DeliveryDiff.OfAsync(Content(Sample.Codebook, []), Content(Sample.Codebook with { Project = "PROSJEKT-2" }, [])));

    private static Gen<string[][]> Rows() => Gen.Choose(0, 8).Two().ListOf(12).Select(rows => rows
        .DistinctBy(row => row.Item1)
        .Select(row => new[] { $"P{row.Item1}", (1950 + row.Item2).ToString(CultureInfo.InvariantCulture), "" }).ToArray());

    private static RowFigures Compare(string[][] older, string[][] newer, ExtractTable table) =>
        RowFigures.OfAsync(new MemoryStream(Sums(older, table)), new MemoryStream(Sums(newer, table))).GetAwaiter().GetResult();

    private static byte[] Sums(string[][] rows, ExtractTable table, ProjectSecret? secret = null)
    {
        using var sums = ContentSums.OfTable(secret ?? Secret, table, Limit);
        var lines = rows.Select(row => string.Join(',', row)).Prepend(string.Join(',', table.Columns.Select(column => column.Name)));
        return Written(sums.OfCsv(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))))));
    }

    private static byte[] Written(IEnumerable<ReadOnlyMemory<byte>> runs)
    {
        var kept = runs.Select(run => new MemoryStream(run.ToArray())).ToList();
        using var target = new MemoryStream();
        ContentSums.Write(kept, target);
        return target.ToArray();
    }

    private static DeliveredContent Content(Codebook codebook, string[][] persons, params string[] keys)
    {
        using var sums = ContentSums.OfPersons(Secret, Limit);
        var written = Written(sums.Of(keys.Select(key => new ProjectKey(KeyKind.Person, ulong.Parse(key[1..], CultureInfo.InvariantCulture), 0))));
        return new DeliveredContent(
            codebook, (table, _) => Task.FromResult<Stream>(new MemoryStream(Sums(persons, Sample.Persons with { Name = table }))), _ => Task.FromResult<Stream>(new MemoryStream(written)));
    }
}
