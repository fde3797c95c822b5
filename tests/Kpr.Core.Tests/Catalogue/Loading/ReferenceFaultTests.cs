using System.Text;

namespace Kpr.Core.Tests.Catalogue.Loading;

public sealed class ReferenceFaultTests
{
    private const string Municipalities = "kommunenr;navn;valid_from;valid_to;successors;end_reason\n";
    private const string Icpc2 = "kode;tittel;valid_from;valid_to;kapittel;kjonn\n";

    private const string Tariffs =
        "takstkode;fagomraade;valid_from;valid_to;honorar_ore;refusjon_ore;egenandel_ore;max_repeats;forbidden_with;requires_tariff;requires_procedure;requires_diagnosis\n";

    [Theory]
    [InlineData("1001;A;2020-13-01;;;\n", "linje 2, valid_from: 2020-13-01 er ikke en dato (åååå-mm-dd).")]
    [InlineData("1001;A;2020-01-02;2020-01-01;;\n", "linje 2, valid_to: Siste dag er før første dag.")]
    [InlineData("101;A;;;;\n", "linje 2, kommunenr: 101 er ikke 4 siffer.")]
    [InlineData("1001;;;;;\n", "linje 2, navn: Cellen er tom.")]
    [InlineData("1001; A;;;;\n", "linje 2, navn: Teksten begynner eller slutter med et mellomrom.")]
    [InlineData("1001;A;;\n1002;B;;;;\n", "linje 2: Raden har 4 celler, hodet har 6.")]
    [InlineData("1001;A;;;;\n1001;B;2020-01-01;;;\n", "linje 3, kommunenr: 1001 står også på linje 2, med gyldighet som overlapper.")]
    [InlineData("1001;A;;2019-12-31;1009;merge\n", "linje 2, successors: Etterfølgeren 1009 finnes ikke.")]
    [InlineData("1001;A;;2019-12-31;;merge\n", "linje 2, successors: En kommune som har gått ut av bruk, må ha en etterfølger.")]
    [InlineData("1001;A;;;1002;\n1002;B;;;;\n", "linje 2, successors: En kommune i bruk har ingen etterfølger.")]
    [InlineData("1001;A;;2019-12-31;1002;merge\n1002;B;2020-02-01;;;\n", "linje 2, successors: Etterfølgeren 1002 er ikke i bruk dagen etter: et hull i tid.")]
    [InlineData("1001;A;;2019-12-31;1002;split\n1002;B;;;;\n", "linje 2, end_reason: Grunnen passer ikke: split har flere etterfølgere, renumbered og merge har én.")]
    [InlineData("1001;A;;2019-12-31;1002;sold\n1002;B;;;;\n", "linje 2, end_reason: sold er ikke en av: tom, renumbered, merge, split.")]
    [InlineData("1001;A;;2019-12-31;1002||1003;split\n1002;B;;;;\n1003;C;;;;\n", "linje 2, successors: Listen har en tom kode eller et mellomrom.")]
    [InlineData("1001;\"A;;;;\n", "linje 2: Et anførselstegn er ikke lukket.")]
    [InlineData("1001;\"A\"B;;;;\n", "linje 2: Det står tekst etter anførselstegnet som lukker en celle.")]
    public void A_table_of_municipalities_is_refused_with_the_place_of_the_fault(string rows, string fault) =>
        Assert.Contains($"kommuner.csv, {fault}", Refused(("kommuner.csv", Municipalities + rows)));

    [Theory]
    [InlineData("takstkode;fagomraade\n2ad;LE\n", "takster.csv, linje 1: Kolonnen max_repeats mangler.")]
    [InlineData(Tariffs, "takster.csv: Tabellen har ingen rader.")]
    [InlineData("", "takster.csv: Tabellen er tom.")]
    [InlineData(Tariffs + "12345678;LE;;;;;;;;;;\n", "takster.csv, linje 2, takstkode: En takstkode har høyst 7 tegn.")]
    [InlineData(Tariffs + "2ad;LE;;;1,50;;;;;;;\n", "takster.csv, linje 2, honorar_ore: 1,50 er ikke et helt tall fra 0 og opp.")]
    [InlineData(Tariffs + "2ad;LE;;;;;;0;;;;\n", "takster.csv, linje 2, max_repeats: 0 er ikke et helt tall fra 1 og opp.")]
    [InlineData(Tariffs + "2ad;LE;;;;;;;2ae;;;\n", "takster.csv, linje 2, forbidden_with: Taksten 2ae finnes ikke i tabellen.")]
    [InlineData(Tariffs + "2ad;LE;;;;;;;;;;\n\n2ad;LE;;;;;;;;;;\n", "takster.csv, linje 4, takstkode: 2ad i LE står også på linje 2, med gyldighet som overlapper.")]
    public void A_table_of_tariffs_is_refused_with_the_place_of_the_fault(string text, string fault) => Assert.Contains(fault, Refused(("takster.csv", text)));

    [Theory]
    [InlineData("icpc2.csv", Icpc2 + "A4;x;;;;\n", "linje 2, kode: A4 har ikke kodeverkets form.")]
    [InlineData("icpc2.csv", Icpc2 + "A04;x;;;;F\n", "linje 2, kjonn: F er ikke en av: tom, M, K.")]
    [InlineData("icpc2.csv", Icpc2 + "A04;x;;;;\nA04;y;;;;\n", "linje 3, kode: A04 står også på linje 2, med gyldighet som overlapper.")]
    [InlineData("icd10.csv", Icpc2 + "A00.0;x;;;;\nA000;y;;;;\n", "linje 3, kode: A000 står også på linje 2, med gyldighet som overlapper.")]
    [InlineData("icpc2.csv", "\u00A0" + Icpc2 + "A04;x;;;;\n", "linje 1: Kolonnen kode mangler.")]
    [InlineData("icpc2.csv", "kode;kode;tittel;valid_from;valid_to;kapittel;kjonn\nA04;A04;x;;;;\n", "linje 1: Kolonnen kode står flere ganger.")]
    [InlineData("icpc2.csv", Icpc2 + "A04;x\uFFFD;;;;\n", "linje 2: Linjen har et erstatningstegn: teksten er ødelagt i en tidligere omkoding.")]
    [InlineData("senders.csv", "sender\n12345\n", "linje 2, sender: En avsender er et kommunenummer (fire siffer) eller et organisasjonsnummer (ni siffer).")]
    [InlineData("bydeler.csv", "kommunenr;bydelsnr;navn;valid_from;valid_to;successor\n9998;999801;x;;;\n", "linje 2, kommunenr: Kommunen 9998 er ikke i kommuner.csv.")]
    [InlineData("bydeler.csv", "kommunenr;bydelsnr;navn;valid_from;valid_to;successor\n0301;460101;x;;;\n", "linje 2, bydelsnr: Bydelsnummeret 460101 begynner ikke med kommunenummeret.")]
    [InlineData("kodeverk.csv", "list_oid_suffix;code;name_no;name_en\n9151;1;x;x\n", "Kodeverk 3101 mangler; reglene bruker det.")]
    public void Other_tables_are_refused_with_the_place_of_the_fault(string file, string text, string fault) =>
        Assert.Contains(Refused((file, text)), told => told.StartsWith(file, StringComparison.Ordinal) && told.EndsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_not_utf8_is_refused_with_its_line_and_a_byte_order_mark_is_let_be()
    {
        var latin1 = Encoding.Latin1.GetBytes(Municipalities + "1001;A;;;;\n1002;Båtsfjord;;;;\n");
        Assert.Equal(
            "kommuner.csv, linje 3: Filen er ikke UTF-8 på denne linjen.",
            Assert.Single(ReferenceSample.Read("prove", [("kommuner.csv", latin1)]).Faults).ToString());

        Assert.NotNull(ReferenceSample.Read(("senders.csv", "\uFEFFsender\n4601\n")).Set);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_by_file_and_line()
    {
        var faults = Refused(
            ("takster.csv", Tariffs + "2ad;LE;x;;;;;;;;;\n;LE;;;-1;;;;;;;\n"),
            ("icpc2.csv", Icpc2 + "A04;x;2020-02-30;;;\nA04;;;;;\n"));

        Assert.Equal(
            [
                "icpc2.csv, linje 2, valid_from: 2020-02-30 er ikke en dato (åååå-mm-dd).",
                "icpc2.csv, linje 3, tittel: Cellen er tom.",
                "icpc2.csv, linje 3, kode: A04 står også på linje 2, med gyldighet som overlapper.",
                "takster.csv, linje 2, valid_from: x er ikke en dato (åååå-mm-dd).",
                "takster.csv, linje 3, takstkode: Cellen er tom.",
                "takster.csv, linje 3, honorar_ore: -1 er ikke et helt tall fra 0 og opp.",
            ],
            faults);
    }

    private static List<string> Refused(params (string Name, string Text)[] tables)
    {
        var reading = ReferenceSample.Read(tables);
        Assert.Null(reading.Set);
        Assert.Empty(reading.Tables);
        return [.. reading.Faults.Select(fault => fault.ToString())];
    }
}
