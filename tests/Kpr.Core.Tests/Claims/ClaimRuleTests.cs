using static Kpr.Core.Tests.Claims.ClaimDocuments;

namespace Kpr.Core.Tests.Claims;

/// <summary>Each rule about claims, met and broken, through the readers of both forms.</summary>
public sealed class ClaimRuleTests
{
    public static readonly TheoryData<string> Forms = ["xml", "json"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_clean_claim_gives_no_finding(string form) =>
        Assert.Empty(Told(form, new TestClaim(1), new TestClaim(2) { Fid = TestClaim.Woman, Fritak = "S" }));

    [Fact]
    public void K03_missing_guid_rejects_in_json_and_warns_in_xml()
    {
        Assert.Equal(["K03 RR 1"], Told("json", new TestClaim(1) { Guid = null }));
        Assert.Equal(["K03 W 1"], Told("xml", new TestClaim(1) { Guid = null }));
        Assert.Contains("MANGLER_GUID", Judge(Json(new TestClaim(1) { Guid = "" })).Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K03_malformed_guid_rejects_and_braces_are_allowed(string form)
    {
        Assert.Equal(["K03 RR 1"], Told(form, new TestClaim(1) { Guid = "ikke-en-guid" }));
        Assert.Empty(Told(form, new TestClaim(1) { Guid = TestClaim.Id(1).ToString("B").ToUpperInvariant() }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K03_the_same_claim_twice_is_a_duplicate_and_other_content_is_rejected(string form)
    {
        var twice = Judge(Write(form, new TestClaim(1), new TestClaim(2), new TestClaim(1)));
        Assert.Empty(twice.Findings);
        Assert.Equal((3L, 2L, 1L), (twice.Counts.Read, twice.Counts.Accepted, twice.Counts.Duplicates));

        var other = Judge(Write(form, new TestClaim(1), new TestClaim(1) { Merknad = "annet" }));
        Assert.Equal(["K03 RR 2"], Told(other));
        Assert.Contains("DUPLIKAT_KRAV", other.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K03_a_rejected_claim_may_be_sent_again_under_its_guid(string form) =>
        Assert.Equal(["I03 RR 1"], Told(form, new TestClaim(1) { Fid = "17834200369" }, new TestClaim(1)));

    [Fact]
    public void K03_claims_without_guid_are_known_by_number_and_time() =>
        Assert.Equal(1, Judge(Xml(new TestClaim(1) { Guid = null }, new TestClaim(1) { Guid = null })).Counts.Duplicates);

    [Theory]
    [MemberData(nameof(Forms))]
    public void K04_number_used_twice_is_rejected_unless_the_first_was_credited(string form)
    {
        var again = new TestClaim(2) { Regningsnummer = "1" };
        Assert.Equal(["K04 RR 2"], Told(form, new TestClaim(1), again));
        Assert.Empty(Told(form, new TestClaim(1), Credit(1), again));
        Assert.Equal(["K04 RR 2"], Told(form, new TestClaim(1), again, Credit(1)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K05_a_time_after_today_is_rejected(string form)
    {
        Assert.Equal(["K05 RR 1"], Told(form, new TestClaim(1) { Tidspunkt = "2026-03-03T08:00:00+01:00" }));
        Assert.Empty(Told(form, new TestClaim(1) { Tidspunkt = "2026-03-02T23:59:00+01:00" }));
    }

    [Fact]
    public void K05_in_xml_measures_against_the_day_the_message_was_made()
    {
        var claim = new TestClaim(1) { Tidspunkt = "2026-03-01T08:00:00+01:00" };
        Assert.Equal(["K05 RR 1"], Told(Judge(Message(Header(generated: "2026-02-28T23:30:00+01:00"), Set([claim])))));
        Assert.Empty(Told(Judge(Message(Header(generated: "2026-02-28T23:30:00Z"), Set([claim])))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K06_a_claim_older_than_six_months_is_warned_of(string form)
    {
        Assert.Equal(["K06 W 1"], Told(form, new TestClaim(1) { Tidspunkt = "2025-09-01T08:00:00+02:00" }));
        Assert.Empty(Told(form, new TestClaim(1) { Tidspunkt = "2025-09-02T08:00:00+02:00" }));
        Assert.Equal(["K23 W 1"], Told(form, Credit(1) with { Tidspunkt = "2024-09-01T08:00:00+02:00" }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K07_a_claim_without_tariff_is_rejected(string form) =>
        Assert.Equal(["K07 RR 1"], Told(form, new TestClaim(1) { Takster = [] }));

    [Fact]
    public void K07_laboratory_codes_count_as_tariffs() =>
        Assert.Empty(Told("json", new TestClaim(1) { Takster = [], ExtraJson = "\"nlkkoder\": [{\"kode\": \"NPU03230\", \"belop\": 3.10, \"antall\": 2}]" }));

    [Fact]
    public void K07_and_K08_do_not_apply_to_reports_of_a_share_only()
    {
        var share = new TestClaim(1) { Takster = [], Diagnoser = [] };
        Assert.Empty(Told("xml", share with { Egenandel = "179", Belop = null }));
        Assert.Empty(Told("xml", share with { Egenandel = "179", Belop = "0" }));
        Assert.Empty(Told("json", share with { Belop = "0", Betalt = true }));
        Assert.Equal(["K07 RR 1", "K08 W 1"], Told("xml", share with { Egenandel = "179", Belop = "20" }));
        Assert.Equal(["K07 RR 1", "K08 W 1"], Told("json", share with { Belop = "20", Betalt = true }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K08_a_claim_without_diagnosis_is_warned_of(string form) =>
        Assert.Equal(["K08 W 1"], Told(form, new TestClaim(1) { Diagnoser = [] }));

    [Theory]
    [InlineData("LOM", 1)]
    [InlineData("FOM", 1)]
    [InlineData("KOM", 1)]
    [InlineData("OOM", 1)]
    [InlineData("TOM", 0)]
    [InlineData("TPM", 0)]
    [InlineData("HOM", 0)]
    [InlineData("PJM", 0)]
    [InlineData("LGM", 0)]
    [InlineData("APM", 0)]
    public void K08_asks_for_a_diagnosis_where_the_service_needs_one(string type, int findings) =>
        Assert.Equal(findings, Told(Judge(Message(Header(type), Set([new TestClaim(1) { Diagnoser = [] }])))).Count(told => told == "K08 W 1"));

    [Theory]
    [InlineData("LOM", "7170", true)]
    [InlineData("LOM", "7171", true)]
    [InlineData("LOM", "7110", true)]
    [InlineData("LOM", "7111", false)]
    [InlineData("FOM", "7110", false)]
    [InlineData("KOM", "7171", true)]
    [InlineData("TOM", "7111", true)]
    [InlineData("TOM", "7170", false)]
    [InlineData("TPM", "7110", true)]
    [InlineData("OOM", "7170", false)]
    [InlineData("HOM", "7111", true)]
    [InlineData("HOM", "9999", false)]
    [InlineData("PJM", null, false)]
    public void K10_the_system_is_one_of_the_service(string type, string? system, bool fits)
    {
        var code = system switch { "7171" => "L09.0001", "7170" => "L09", _ => "K024" };
        var told = Told(Judge(Message(Header(type), Set([new TestClaim(1) { Diagnoser = [(system, code)] }]))));
        Assert.Equal(fits ? [] : ["K10 W 1"], told);
    }

    [Fact]
    public void K10_in_json_the_profession_tells_the_service()
    {
        const string dentist = "\"utforendeBehandler\": {\"identifikasjon\": {\"id\": \"9144900\", \"type\": \"HPR\"}, \"type\": \"17\"}";
        Assert.Equal(["K10 W 1"], Told("json", new TestClaim(1) { ExtraJson = dentist }));
        Assert.Empty(Told("json", new TestClaim(1) { ExtraJson = dentist, Diagnoser = [] }));
    }

    [Theory]
    [InlineData("7170", "L09", true)]
    [InlineData("7170", "-45", true)]
    [InlineData("7170", "-29", false)]
    [InlineData("7170", "C01", false)]
    [InlineData("7170", "L00", false)]
    [InlineData("7170", "S422", false)]
    [InlineData("7170", "l09", false)]
    [InlineData("7171", "L090001", true)]
    [InlineData("7171", "L09", false)]
    [InlineData("7110", "K024", true)]
    [InlineData("7110", "K02", true)]
    [InlineData("7110", "K02.4", true)]
    [InlineData("7110", "024", false)]
    [InlineData("7110", null, false)]
    public void K11_the_code_has_the_form_of_its_system(string system, string? code, bool fits)
    {
        Assert.Equal(fits ? [] : ["K11 W 1"], Told("xml", new TestClaim(1) { Diagnoser = [(system, code)] }));
        Assert.Equal(fits ? [] : ["K11 W 1"], Told("json", new TestClaim(1) { Henvist = [(system, code)] }));
    }

    [Fact]
    public void K18_a_count_below_one_is_warned_of_and_a_missing_one_is_one()
    {
        Assert.Equal(["K18 W 1"], Told("json", new TestClaim(1) { Takster = [("2ad", "1", "0")] }));
        Assert.Equal(["K18 W 1"], Told("xml", new TestClaim(1) { Takster = [("2ad", "1", "-2")] }));
        Assert.Empty(Told("json", new TestClaim(1) { Takster = [("2ad", "1", null)] }));
        Assert.Equal(["K18 W 1"], Told("xml", new TestClaim(1) { Takster = [("2ad", "1", null)] }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K19_an_unknown_exemption_is_warned_of(string form)
    {
        Assert.Equal(["K19 W 1"], Told(form, new TestClaim(1) { Fritak = "Q" }));
        Assert.Equal(["K19 W 1"], Told(form, new TestClaim(1) { Fritak = "FF" }));
        Assert.Empty(Told(form, new TestClaim(1) { Fritak = "F" }));
        Assert.Empty(Told(form, new TestClaim(1) { Fritak = "P" }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K20_an_exemption_that_does_not_fit_the_patient_is_warned_of(string form)
    {
        Assert.Equal(["K20 W 1"], Told(form, new TestClaim(1) { Fritak = "B" }));
        Assert.Equal(["K20 W 1"], Told(form, new TestClaim(1) { Fritak = "J" }));
        Assert.Equal(["K20 W 1"], Told(form, new TestClaim(1) { Fritak = "S" }));
        Assert.Empty(Told(form, new TestClaim(1) { Fritak = "S", Fid = TestClaim.Woman }));
        var child = new TestClaim(1) { Fritak = "B", Fid = null, FidType = null, Etternavn = "Test", Tidspunkt = "2026-02-10T08:00:00+01:00" };
        Assert.Empty(Told(form, child with { Fodselsdato = "2010-02-11" }));
        Assert.Equal(["K20 W 1"], Told(form, child with { Fodselsdato = "2010-02-10" }));
    }

    [Fact]
    public void K21_an_exempt_patient_pays_no_share()
    {
        Assert.Equal(["K21 W 1"], Told("xml", new TestClaim(1) { Fritak = "F", Egenandel = "0.01" }));
        Assert.Empty(Told("xml", new TestClaim(1) { Fritak = "F", Egenandel = "0" }));
        Assert.Empty(Told("xml", new TestClaim(1) { Fritak = "F", Egenandel = "-50" }));
        Assert.Empty(Told("xml", new TestClaim(1) { Egenandel = "179" }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K23_a_credit_takes_back_an_earlier_claim(string form)
    {
        Assert.Empty(Told(form, new TestClaim(1), Credit(1)));
        Assert.Equal(["K23 W 1"], Told(form, Credit(1)));
        Assert.Equal(["K23 RR 1"], Told(form, Credit(1), new TestClaim(1)));
        Assert.Equal(["K23 RR 2"], Told(form, new TestClaim(1), Credit(1) with { Belop = "-180" }));
        Assert.Equal(["K23 RR 2"], Told(form, new TestClaim(1), Credit(1) with { Belop = "180.50" }));
        Assert.Equal(["K23 RR 1"], Told(form, Credit(1) with { Tidspunkt = "2023-03-01T08:00:00+01:00" }));
        Assert.Equal(["K23 RR 1"], Told(form, new TestClaim(1) { Belop = "-180.50" }));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K23_a_check_without_the_register_says_nothing_of_a_claim_outside_the_file(string form)
    {
        var credit = Judge(Write(form, Credit(1)), context => context with { KnowsRegister = false });
        Assert.Empty(Told(credit));
        var late = Judge(Write(form, Credit(1) with { Tidspunkt = "2023-03-01T08:00:00+01:00" }), context => context with { KnowsRegister = false });
        Assert.Equal(["K23 RR 1"], Told(late));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K23_a_credit_may_leave_out_patient_and_treatment_and_is_no_duplicate(string form)
    {
        var bare = new TestClaim(1) { Kreditering = true, Belop = "-180.50", Fid = null, FidType = null, Diagnoser = [], Takster = [] };
        var receipt = Judge(Write(form, new TestClaim(1), bare, bare));
        Assert.Empty(receipt.Findings);
        Assert.Equal((3L, 2L, 1L), (receipt.Counts.Read, receipt.Counts.Accepted, receipt.Counts.Duplicates));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_correction_of_the_paid_flag_is_no_duplicate_and_needs_no_treatment(string form)
    {
        var paid = new TestClaim(1) { Betalt = true, Korrigering = true, Belop = "0", Fid = null, FidType = null, Diagnoser = [], Takster = [] };
        var receipt = Judge(Write(form, new TestClaim(1) { Betalt = false }, paid));
        Assert.Empty(receipt.Findings);
        Assert.Equal(2, receipt.Counts.Accepted);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void K30_the_same_consultation_twice_is_warned_of(string form)
    {
        var second = new TestClaim(2) { Tidspunkt = new TestClaim(1).Tidspunkt };
        Assert.Equal(["K30 W 2"], Told(form, new TestClaim(1), second));
        Assert.Empty(Told(form, new TestClaim(1), second with { Fid = TestClaim.Woman }));
        Assert.Empty(Told(form, new TestClaim(1), second with { Takster = [("2ak", "1", "1")] }));
        Assert.Empty(Told(form, new TestClaim(1), second with { Tidspunkt = "2026-02-02T10:02:00+01:00" }));
        Assert.Empty(Told(form, new TestClaim(1) { Takster = [("701a", "1", "1")] }, second with { Takster = [("701a", "1", "1")] }));
    }

    private static TestClaim Credit(int number) => new(number) { Kreditering = true, Belop = "-180.50" };
}
