using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Tests.Catalogue.Loading;

public sealed class ReferenceSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpr-reference-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_tables_of_this_program_pass_every_check_and_make_the_set_again()
    {
        var reading = ReferenceSample.Read(EmbeddedReferenceData.Label, EmbeddedReferenceData.Files.Select(file => (file.Name, file.Content.ToArray())));

        Assert.Empty(reading.Faults);
        Assert.Equal(ReferenceData.Default.Municipalities.All.Select(one => one.ToString()), reading.Set!.Municipalities.All.Select(one => one.ToString()));
        Assert.Equal(EmbeddedReferenceData.ValidFrom, ReferenceData.Default.Municipalities.All.Max(one => one.ValidFrom));
        Assert.Equal(OptionalCatalogues.Icpc2 | OptionalCatalogues.Icd10 | OptionalCatalogues.Tariffs, reading.Set.Missing);
        Assert.Null(reading.Set.Senders);
    }

    [Fact]
    public void The_sample_is_whole_and_plainly_invented()
    {
        var reading = ReferenceFolder.Read(ReferenceSample.Folder);

        Assert.Empty(reading.Faults);
        Assert.Equal(OptionalCatalogues.None, reading.Set!.Missing);
        Assert.Equal(("oppdiktet-1", new DateOnly(2021, 1, 1)), (reading.Set.Version.Label, reading.Set.Version.ValidFrom));
        Assert.Equal("Oppdiktet tittel 1", reading.Set.Icpc2!.Find("A04", new DateOnly(2026, 1, 1))!.Title);
        Assert.All(
            ReferenceFolder.Tables(ReferenceSample.Folder).Values.SelectMany(table => Encoding.UTF8.GetString(table.Span).Split('\n').Skip(1)).Where(line => line.Length > 0),
            line => Assert.Contains("Oppdiktet", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_the_manifest_does_not_name_is_that_of_this_program()
    {
        var set = ReferenceSample.Read(("senders.csv", "sender;valid_to\n4601;2026-06-30\n889640782;\n")).Set!;

        Assert.Equal(878, set.Municipalities.All.Count);
        Assert.True(set.Senders!.Contains("4601", new DateOnly(2026, 6, 30)));
        Assert.False(set.Senders.Contains("4601", new DateOnly(2026, 7, 1)));
        Assert.True(set.Senders.Contains("889640782", new DateOnly(2030, 1, 1)));
        Assert.False(set.Senders.Contains("0301", new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Codes_practice_types_and_tariffs_are_looked_up_by_date()
    {
        var (before, after) = (new DateOnly(2025, 6, 30), new DateOnly(2025, 7, 1));
        var lists = ReferenceSample.Changed("kodeverk.csv", text => text
            .Replace("name_en;source\n", "name_en;source;valid_from;valid_to\n", StringComparison.Ordinal)
            .Replace("7461;B;", "7461;Å;Gammelt;old;;;2025-06-30\n7461;Å;Nytt;new;;2025-07-01;\n7461;B;", StringComparison.Ordinal));
        var types = ReferenceSample.Changed("praksistyper.csv", text => text
            .Replace("kpr_service_fill_in\n", "kpr_service_fill_in;valid_from;valid_to\n", StringComparison.Ordinal));
        var set = ReferenceSample.Read((lists.Name, Padded(lists.Text, 7)), (types.Name, Padded(types.Text, 6).Replace("FALE;Fastlege;LE;fastlege;;", "FALE;Fastlege;LE;fastlege;2001-06-01;2025-06-30", StringComparison.Ordinal))).Set!;

        Assert.Equal(("Gammelt", "Nytt"), (set.CodeLists.Get("7461").Find("Å", before)!.NorwegianName, set.CodeLists.Get("7461").Find("Å", after)!.NorwegianName));
        Assert.Equal("Nytt", set.CodeLists.Get("7461").Find("Å")!.NorwegianName);
        Assert.True(set.CodeLists.Exemptions.Contains("B", after));
        Assert.NotNull(set.PracticeTypes.Find("FALE", before));
        Assert.Null(set.PracticeTypes.Find("FALE", after));
        var tariffs = ReferenceSample.Set.Tariffs!;
        Assert.Equal((1, 3), (tariffs.Find("ZZ7", "LE", before)!.MaxRepeats, tariffs.Find("ZZ7", "LE", after)!.MaxRepeats));
        Assert.Null(tariffs.Find("ZZ6", "LE", before));
        Assert.True(tariffs.Knows("ZZ6", null));
        Assert.False(tariffs.Knows("ZZ6", "FY"));
    }

    [Fact]
    public void A_set_in_an_archive_is_the_same_set_and_the_same_bytes()
    {
        var reading = ReferenceFolder.Read(ReferenceSample.Folder);
        var archive = ReferenceArchive.Write(reading.Set!.Version, reading.Tables);
        using var stored = new MemoryStream(archive);
        var again = ReferenceArchive.Read(stored);

        Assert.Equal(reading.Set.Version, again.Set!.Version);
        Assert.Equal(archive, ReferenceArchive.Write(again.Set.Version, again.Tables.Reverse()));
        Assert.Equal(10, again.Tables.Count);
        using var damaged = new MemoryStream(archive[..^30]);
        Assert.Throws<InvalidDataException>(() => ReferenceArchive.Read(damaged));
    }

    [Fact]
    public void Another_content_label_or_first_day_is_another_version()
    {
        (string, byte[])[] tables = [("senders.csv", "sender\n4601\n"u8.ToArray())];
        var version = ReferenceSample.Read("a", tables).Set!.Version;

        Assert.Equal(version, ReferenceSample.Read("a", tables).Set!.Version);
        Assert.NotEqual(version.Id, ReferenceSample.Read("b", tables).Set!.Version.Id);
        Assert.NotEqual(version.Id, ReferenceSample.Read("a", [("senders.csv", "sender\n4602\n"u8.ToArray())]).Set!.Version.Id);
        Assert.True(ReferenceDataVersion.IsId(version.Id));
    }

    [Fact]
    public void A_folder_without_manifest_or_with_a_broken_one_is_refused()
    {
        Assert.Equal("manifest.json: Mappen har ikke noe manifest.", Assert.Single(ReferenceFolder.Read(_folder).Faults).ToString());

        Assert.StartsWith("manifest.json, linje 2: Manifestet kan ikke leses", Assert.Single(Manifest("{\n  x")), StringComparison.Ordinal);
        Assert.Contains("validFrom", Assert.Single(Manifest("""{"formatVersion":1,"label":"a","files":[]}""")), StringComparison.Ordinal);
        Assert.Equal(
            [
                "manifest.json: formatVersion er 2; programmet leser 1.",
                "manifest.json: label skal være 1 til 40 bokstaver, sifre, mellomrom og tegnene . _ -",
                "manifest.json: ../x.csv er ikke en tabell som programmet kjenner.",
                "manifest.json: sha256 for ../x.csv er ikke 64 heksadesimale sifre.",
            ],
            Manifest("""{"formatVersion":2,"label":" ","validFrom":"2026-01-01","files":[{"name":"../x.csv","sha256":"0"}]}"""));
        Assert.Equal(["senders.csv: Filen er nevnt i manifestet, men er ikke der."], Manifest(Named(new string('0', 64))));
        File.WriteAllText(Path.Combine(_folder, "senders.csv"), "sender\n4601\n");
        Assert.Equal(["senders.csv: Filen har en annen SHA-256 enn i manifestet."], Manifest(Named(new string('0', 64))));
    }

    private static string Named(string hash) =>
        $$"""{"formatVersion":1,"label":"a","validFrom":"2026-01-01","files":[{"name":"senders.csv","sha256":"{{hash}}"}]}""";

    private static string Padded(string text, int cells) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : line + new string(';', Math.Max(0, cells - line.Split(';').Length))));

    private List<string> Manifest(string json)
    {
        File.WriteAllText(Path.Combine(_folder, ReferenceManifest.FileName), json);
        var reading = ReferenceFolder.Read(_folder);
        Assert.Null(reading.Set);
        return [.. reading.Faults.Select(fault => fault.ToString())];
    }
}
