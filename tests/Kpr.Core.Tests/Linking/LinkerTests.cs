using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Linking;

namespace Kpr.Core.Tests.Linking;

public sealed class LinkerTests : IDisposable
{
    // A fixed seed: the same cases every time. FsCheck prints the failing case.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261122, 5).WithMaxTest(40);

    private static readonly string[] Sources = ["kpr-1", "npr-1", "ssb-1"];

    private readonly SyntheticLinkage _linkage = new(12);

    public void Dispose() => _linkage.Dispose();

    [Fact]
    public void Linking_is_the_join_by_identity_whatever_the_order_of_files_and_rows() => Check.One(
        Seeded,
        Prop.ForAll(Known().ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (known, seed) =>
        {
            var (result, tables) = _linkage.Link(Sources, [.. Sources.Select((source, at) => _linkage.Deliver(source, $"t{at}", known[at]))]);
            var drawn = new Random(seed);
            var (again, shuffled) = _linkage.Link(
                Sources, [.. Sources.Select((source, at) => _linkage.Deliver(source, $"t{at}", known[at].OrderBy(_ => drawn.Next()))).Reverse()]);

            var persons = known.Select(rows => rows.Select(row => row.Number).ToHashSet()).ToList();
            return Sources.Select((_, at) => tables[$"t{at}"] == Direct(known[at]) && shuffled[$"t{at}"] == tables[$"t{at}"]).All(same => same)
                && result.ToText() == again.ToText()
                && result.IsWhole
                && result.PersonsInAll == persons[0].Intersect(persons[1]).Intersect(persons[2]).Count()
                && result.PersonsInAny == persons[0].Union(persons[1]).Union(persons[2]).Count()
                && result.Sources.Select(source => source.Persons).SequenceEqual(persons.Select(one => (long)one.Count))
                && result.Rows == known.Sum(rows => rows.Length);
        }));

    [Fact]
    public void Neither_serial_numbers_nor_identity_numbers_nor_keys_of_the_register_come_out()
    {
        var rows = _linkage.People.Select(one => (one.Number, "x")).ToArray();
        var (result, tables) = _linkage.Link(Sources, [.. Sources.Select((source, at) => _linkage.Deliver(source, $"t{at}", rows))]);
        var all = string.Concat(tables.Values) + result.ToText() + System.Text.Json.JsonSerializer.Serialize(result, LinkingJson.Default.LinkageResult);
        Assert.Equal(36, result.Rows);
        foreach (var (person, number) in _linkage.People)
        {
            Assert.Contains(SyntheticLinkage.ProjectKey(person), all, StringComparison.Ordinal);
            Assert.DoesNotContain(number, all, StringComparison.Ordinal);
            Assert.DoesNotContain(person.ToString(), all, StringComparison.Ordinal);
            Assert.All(Sources, source => Assert.DoesNotContain(_linkage.KeyFileOf(source)[number], all, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_key_of_the_project_stands_in_front_and_cells_are_quoted_where_they_must()
    {
        var (result, tables) = _linkage.Link(["npr-1"], _linkage.Deliver("npr-1", "opphold", [(_linkage.People[0].Number, "a, \"b\" æ")]));
        var key = SyntheticLinkage.ProjectKey(_linkage.People[0].Person);
        Assert.Equal($"person,value\n{key},\"a, \"\"b\"\" æ\"\n", tables["opphold"]);
        Assert.Equal(["person", "value"], Assert.Single(result.Tables).Table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void A_missing_source_is_left_out_and_the_figures_say_so()
    {
        var (result, tables) = _linkage.Link(Sources, _linkage.Deliver("npr-1", "opphold", _linkage.People.Take(3).Select(one => (one.Number, "x"))));
        Assert.True(result.IsWhole);
        Assert.Single(tables);
        Assert.Equal(12, result.Population);
        Assert.Equal(new SourceFigures("kpr-1", false, 0, 0, 0, 0), result.Sources[0]);
        Assert.Equal(new SourceFigures("npr-1", true, 3, 3, 0, 0) { MatchRate = 0.25 }, result.Sources[1]);
        Assert.Contains("kpr-1: kom ikke, og er utelatt.", result.ToText(), StringComparison.Ordinal);
        Assert.Contains("npr-1: 3 personer (25,0 %), 3 rader, 0 uten treff", result.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Serial_numbers_that_were_not_issued_hold_the_table_and_are_never_told()
    {
        using var other = new SyntheticLinkage(12, secret: 9);
        var (good, foreign) = (_linkage.KeyFileOf("npr-1").Values.First(), other.KeyFileOf("npr-1").Values.First());
        var (result, tables) = _linkage.Link(["npr-1"], _linkage.DeliverText("npr-1", "opphold", $"value,serial\na,{good}\nb,{foreign}\nc,\nd,noe\n"));
        Assert.Empty(tables);
        var fault = Assert.Single(result.Faults);
        Assert.Equal(("L14", "opphold", 3L), (fault.Number, fault.Table, fault.Count));
        Assert.DoesNotContain(foreign, fault.Message, StringComparison.Ordinal);
        Assert.Equal(new SourceFigures("npr-1", true, 0, 4, 3, 1) { MatchRate = 0 }, Assert.Single(result.Sources));
    }

    [Fact]
    public void Another_batch_linkage_or_source_is_refused_and_so_is_a_second_delivery()
    {
        var delivery = _linkage.Deliver("npr-1", "opphold", []);
        Assert.Equal("L01", Refused(delivery with { Manifest = delivery.Manifest with { Linkage = "SAK-2" } }));
        Assert.Equal("L02", Refused(delivery with { Manifest = delivery.Manifest with { Batch = "batch-0" } }));
        Assert.Equal("L03", Refused(_linkage.Deliver("fhi-1", "opphold", [])));
        Assert.Equal("L04", Refused(delivery, delivery));
        Assert.Equal("L05", Refused(delivery with { OpenKeys = () => new MemoryStream(_linkage.LinkerKeysOf("kpr-1")) }));
        Assert.Equal("L06", Refused(delivery with { Manifest = delivery.Manifest with { Tables = [.. delivery.Manifest.Tables, .. delivery.Manifest.Tables] } }));
    }

    [Fact]
    public void A_manifest_is_held_against_its_tables()
    {
        var delivery = _linkage.Deliver("npr-1", "opphold", []);
        var table = delivery.Manifest.Tables[0];
        var number = _linkage.People[0].Number;
        Assert.Equal("L07", Refused(With(table with { File = table.File with { Name = $"{number}.csv" } })));
        Assert.Equal("L08", Refused(With(table with { KeyColumn = "lopenr" })));
        Assert.Equal("L09", Refused(With(table with { Table = table.Table with { Columns = [table.Table.Columns[1], table.Table.Columns[0] with { Name = "Person" }] } })));
        Assert.Equal("L10", Refused(With(table with { File = table.File with { Rows = 5 } })));
        Assert.Equal("L10", Refused(With(table with { File = table.File with { Sha256 = new string('0', 64) } })));
        Assert.Equal("L13", Refused(With(table with { Table = table.Table with { Columns = [.. table.Table.Columns.Reverse()] } })));

        SourceDelivery With(SourceTable changed) => delivery with { Manifest = delivery.Manifest with { Tables = [changed] } };
    }

    [Fact]
    public void An_identity_number_in_any_byte_holds_the_table()
    {
        var (number, key) = (_linkage.People[0].Number, _linkage.People[0].Person);
        var serial = _linkage.KeyFileOf("npr-1")[number];
        Assert.Equal("L11", Refused(_linkage.DeliverText("npr-1", "opphold", $"value,serial\nse {number},{serial}\n")));
        Assert.Equal("L11", Refused(_linkage.DeliverText("npr-1", "opphold", $"value,serial\n{number[..6]} {number[6..]},{serial}\n")));
        Assert.Equal("L11", Refused(_linkage.DeliverText("npr-1", "opphold", $"value,serial\n{key},{serial}\n")));
    }

    [Fact]
    public void A_serial_number_in_another_column_holds_the_table()
    {
        var serial = _linkage.KeyFileOf("npr-1").Values.First();
        Assert.Equal("L15", Refused(_linkage.DeliverText("npr-1", "opphold", $"value,serial\n{serial},{serial}\n")));
    }

    [Theory]
    [InlineData("value,serial\na\n")]
    [InlineData("value,serial\na,b,c\n")]
    [InlineData("value,serial\n\"a,b\n")]
    public void What_is_no_table_is_told_with_its_row(string csv) => Assert.Equal("L12", Refused(_linkage.DeliverText("npr-1", "opphold", csv)));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var delivery = _linkage.DeliverText("npr-1", "opphold", "value,serial\nx,y\n");
        byte[] bytes = [.. "value,serial\n"u8, 0xFF, .. ",y\n"u8];
        var told = delivery.Manifest.Tables[0];
        Assert.Equal("L12", Refused(new SourceDelivery(
            delivery.Manifest with { Tables = [told with { File = told.File with { Bytes = bytes.Length, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) } }] },
            delivery.OpenKeys, _ => new MemoryStream(bytes))));
    }

    [Fact]
    public void Tables_of_one_name_get_the_source_in_front()
    {
        var (result, tables) = _linkage.Link(
            Sources, _linkage.Deliver("npr-1", "opphold", [(_linkage.People[0].Number, "x")]), _linkage.Deliver("kpr-1", "Opphold", [(_linkage.People[0].Number, "y")]));
        Assert.Equal(["kpr_1_Opphold", "npr_1_opphold"], tables.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, result.PersonsInAll);
    }

    [Fact]
    public void A_map_that_is_cut_or_out_of_order_is_an_outage()
    {
        var map = _linkage.LinkerKeysOf("npr-1");
        var head = map.Length - (12 * (SerialNumber.ByteLength + 1 + 17));
        byte[] swapped = [.. map[..head], .. map[(head + 28)..(head + 56)], .. map[head..(head + 28)]];
        byte[] twice = [.. map[..(head + 28)], .. map[head..(head + 28)]];
        foreach (var damaged in new[] { map[..^1], swapped, twice, [], Encoding.ASCII.GetBytes("KPRLNK1\nSAK") })
        {
            Assert.Throws<InvalidDataException>(() => _linkage.Link(["npr-1"], _linkage.Deliver("npr-1", "opphold", []) with { OpenKeys = () => new MemoryStream(damaged) }));
        }
    }

    [Fact]
    public void A_manifest_is_read_back_and_what_is_none_is_not()
    {
        var manifest = _linkage.Deliver("npr-1", "opphold", []).Manifest;
        Assert.Equal(manifest.ToBytes(), SourceManifest.Read(manifest.ToBytes())!.ToBytes());
        Assert.Null(SourceManifest.Read("{}"u8));
        Assert.Null(SourceManifest.Read("x"u8));
        Assert.Null(SourceManifest.Read("""{"linkage":"a","batch":"b","source":"c","tables":[null]}"""u8));
    }

    // Each source knows some of the people, each by some rows.
    private Gen<(string Number, string Value)[][]> Known() => Gen.Choose(0, _linkage.People.Count - 1).Two().ListOf(15)
        .Select(rows => rows.Select(row => (_linkage.People[row.Item1].Number, $"v{row.Item2}")).ToArray()).ArrayOf(3);

    private string Direct(IEnumerable<(string Number, string Value)> rows)
    {
        var keys = _linkage.People.ToDictionary(one => one.Number, one => SyntheticLinkage.ProjectKey(one.Person));
        return "person,value\n" + string.Concat(rows.Select(row => $"{keys[row.Number]},{row.Value}\n").Order(StringComparer.Ordinal));
    }

    private string Refused(params SourceDelivery[] deliveries)
    {
        var (result, tables) = _linkage.Link(Sources, deliveries);
        Assert.Empty(tables);
        Assert.False(result.IsWhole);
        return Assert.Single(result.Faults).Number;
    }
}
