using Kpr.Core.Catalogue;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.Catalogue;
using static Kpr.Core.Tests.Claims.ClaimDocuments;

namespace Kpr.Core.Tests.Claims;

/// <summary>The rules that ask catalogues loaded by the operator, through the readers of both forms, with an invented set.</summary>
public sealed class ClaimReferenceRuleTests
{
    public static readonly TheoryData<string> Forms = ["xml", "json"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_clean_claim_gives_no_finding(string form) => Assert.Empty(Loaded(form, new TestClaim(1)));

    [Theory]
    [InlineData("7170", "L09", null)]
    [InlineData("7170", "A04", null)]
    [InlineData("7170", "A05", "K13 Diagnosekoden er ikke i ICPC-2 på behandlingsdagen.")]
    [InlineData("7170", "Z29", "K13 Diagnosekoden er ikke i ICPC-2 på behandlingsdagen.")]
    [InlineData("7170", "A45", null)]
    [InlineData("7170", "-45", null)]
    [InlineData("7170", "I10", "K11 Diagnosekoden har ikke formen til ICPC-2.|K13 Diagnosekoden er ikke i ICPC-2, men i ICD-10.")]
    [InlineData("7170", "S422", "K11 Diagnosekoden har ikke formen til ICPC-2.|K13 Diagnosekoden er ikke i ICPC-2, men i ICD-10.")]
    [InlineData("7170", "S423", "K11 Diagnosekoden har ikke formen til ICPC-2.")]
    [InlineData("7171", "L09.0001", null)]
    [InlineData("7171", "A05.0001", "K13 Diagnosekoden er ikke i ICPC-2 på behandlingsdagen.")]
    [InlineData("7110", "K024", null)]
    [InlineData("7110", "K02.4", null)]
    [InlineData("7110", "K025", "K13 Diagnosekoden er ikke i ICD-10 på behandlingsdagen.")]
    [InlineData("7110", "A04", "K13 Diagnosekoden er ikke i ICD-10, men i ICPC-2.")]
    public void K13_the_code_stands_in_the_system_it_is_sent_in(string system, string code, string? expected)
    {
        var claim = new TestClaim(1) { Diagnoser = [(system, code)] };
        foreach (var receipt in (Receipt[])[JudgeLoaded(Xml(claim)), JudgeLoaded(Json(claim)), JudgeLoaded(Json(new TestClaim(1) { Henvist = [(system, code)] }))])
        {
            Assert.Equal(expected ?? "", string.Join('|', receipt.Findings.Select(finding => $"{finding.Rule} {finding.Message}")));
        }
    }

    [Fact]
    public void K13_the_other_system_is_told_only_when_it_is_loaded()
    {
        var icpc2 = ReferenceSample.Read(("icpc2.csv", "kode;tittel;valid_from;valid_to;kapittel;kjonn\nL09;Oppdiktet;;;L;\n")).Set!;
        var receipt = Judge(Xml(new TestClaim(1) { Diagnoser = [("7170", "S05"), ("7110", "K024")] }), context => context with { Reference = icpc2 });

        Assert.Equal("Diagnosekoden er ikke i ICPC-2 på behandlingsdagen.", Assert.Single(receipt.Findings).Message);
        Assert.Equal(["icd-10", "tariffs"], receipt.ReferenceData!.Missing);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K14_the_tariff_is_known_and_in_use_on_the_day(string form)
    {
        Assert.Equal(["K14 W 1"], Loaded(form, With("ukjent")));
        Assert.Equal(["K14 W 1"], Loaded(form, With("ZZ6")));
        Assert.Empty(Loaded(form, With("ZZ7")));
        Assert.Equal("Taksten var ikke i bruk på behandlingsdagen.", JudgeLoaded(Write(form, With("ZZ6"))).Findings[0].Message);
    }

    [Fact]
    public void K14_asks_the_area_of_the_service_and_any_where_it_is_not_told()
    {
        Assert.Equal("Taksten finnes ikke for fagområdet LE.", JudgeLoaded(Xml(With("A1a"))).Findings[0].Message);
        Assert.Empty(Loaded("json", With("A1a")));
        Assert.Empty(Told(JudgeLoaded(Message(Header("FOM"), Set([With("A1a")])))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K15_tariffs_that_exclude_each_other_are_told_once_and_whichever_forbids(string form)
    {
        Assert.Equal(["K15 W 1"], Loaded(form, With("ZZ1", "ZZ2")));
        Assert.Equal(["K15 W 1"], Loaded(form, With("ZZ2", "ZZ1", "ZZ2")));
        Assert.Empty(Loaded(form, With("ZZ1", "2ad")));
        Assert.Equal("Takst ZZ2 kan ikke stå sammen med takst ZZ1.", JudgeLoaded(Write(form, With("ZZ1", "ZZ2"))).Findings[0].Message);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K16_what_a_tariff_requires_stands_on_the_claim(string form)
    {
        Assert.Equal(["K16 W 1"], Loaded(form, With("ZZ3")));
        Assert.Empty(Loaded(form, With("ZZ3", "ZZ2")));
        Assert.Equal(["K16 W 1"], Loaded(form, With("ZZ4")));
        Assert.Empty(Loaded(form, With("ZZ4") with { Prosedyrer = [("NCMP", "ZZP01")] }));
        Assert.Equal(["K16 W 1"], Loaded(form, With("ZZ5")));
        Assert.Empty(Loaded(form, With("ZZ5") with { Diagnoser = [("7170", "L09"), ("7170", "T90")] }));
        Assert.Equal("Takst ZZ3 krever en av takstene ZZ1, ZZ2.", JudgeLoaded(Write(form, With("ZZ3"))).Findings[0].Message);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K17_a_tariff_is_used_no_more_often_than_it_may(string form)
    {
        Assert.Equal(["K17 W 1"], Loaded(form, With("ZZ1") with { Takster = [("ZZ1", "1", "2")] }));
        Assert.Equal(["K17 W 1"], Loaded(form, With("ZZ2", "ZZ2", "ZZ2")));
        Assert.Empty(Loaded(form, With("ZZ2", "ZZ2")));
        Assert.Equal(["K17 W 1"], Loaded(form, With("ZZ7") with { Tidspunkt = "2025-06-30T10:00:00+02:00", Takster = [("ZZ7", "1", "3")] }));
        Assert.Empty(Loaded(form, With("ZZ7") with { Takster = [("ZZ7", "1", "3")] }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_credit_and_a_claim_of_no_day_are_not_judged_again(string form)
    {
        Assert.Equal(["K23 W 1"], Loaded(form, With("ukjent") with { Kreditering = true, Belop = "-180.50" }));
        Assert.DoesNotContain(Loaded(form, With("ukjent") with { Tidspunkt = "i går" }), told => told.StartsWith("K14", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_catalogues_nothing_is_judged_and_the_receipt_warns_once()
    {
        var receipt = Judge(Xml([.. Enumerable.Range(1, 20).Select(number => With("ukjent") with { Guid = TestClaim.Id(number).ToString(), Regningsnummer = $"{number}" })]));
        var text = ReceiptText.Write(receipt);

        Assert.Empty(receipt.Findings);
        Assert.Equal(["icpc-2", "icd-10", "tariffs"], receipt.ReferenceData!.Missing);
        Assert.Equal(["K13", "K14", "K15", "K16", "K17"], receipt.ReferenceData.NotJudged);
        Assert.Equal(ReferenceData.Default.Version.Id, receipt.ReferenceData.Version);
        Assert.Contains($"  Referansedata: innebygd, gjelder fra 2024-01-01, versjon {ReferenceData.Default.Version.Id}\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("Advarsel: ICPC-2, ICD-10 og takster er ikke lastet. Ikke vurdert, helt eller delvis: K13, K14, K15, K16, K17.").Length);
    }

    [Fact]
    public void With_every_catalogue_the_receipt_names_the_set_and_warns_of_nothing()
    {
        var receipt = JudgeLoaded(Xml(new TestClaim(1)));

        Assert.Equal(("oppdiktet-1", new DateOnly(2021, 1, 1)), (receipt.ReferenceData!.Label, receipt.ReferenceData.ValidFrom));
        Assert.Empty(receipt.ReferenceData.Missing);
        Assert.DoesNotContain("Advarsel:", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        var (set, day) = (ReferenceSample.Set, new DateOnly(2026, 2, 2));
        Look();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Look();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Look()
        {
            set.Tariffs!.Find("2ad", "LE", day);
            set.Tariffs.Knows("nei", null);
            set.Icpc2!.Find("A04", day);
            set.Icd10!.Find("K02.4", day);
            set.Municipalities.Find("0301", day);
            set.CodeLists.Exemptions.Contains("B", day);
            set.PracticeTypes.Find("FALE", day);
        }
    }

    private static TestClaim With(params string[] tariffs) => new(1) { Takster = [.. tariffs.Select(code => ((string?)code, (string?)"1", (string?)"1"))] };

    private static Receipt JudgeLoaded(string file) => Judge(file, context => context with { Reference = ReferenceSample.Set });

    private static IReadOnlyList<string> Loaded(string form, params TestClaim[] claims) =>
        [.. Told(JudgeLoaded(Write(form, claims))).Where(told => !told.StartsWith("K06", StringComparison.Ordinal))];
}
