using Kpr.Core.Receipts;
using static Kpr.Core.Tests.Claims.ClaimDocuments;

namespace Kpr.Core.Tests.Claims;

/// <summary>Names that the forms know and do not know, what may be empty, and what has the wrong type.</summary>
public sealed class ClaimFormTests
{
    [Theory]
    [InlineData("\"navnEPJ\": \"Fagsystem\"", "\"navnEPJ\": \"Fagsystem\", \"farge\": {\"bla\": [1, {}]}")]
    [InlineData("\"guid\"", "\"farge\": [[{}]], \"guid\"")]
    [InlineData("\"kode\": \"L09\"", "\"kode\": \"L09\", \"tekst\": null")]
    [InlineData("\"praksisId\"", "\"tillegg\": \"x\", \"praksisId\"")]
    public void An_unknown_member_rejects_the_message_and_is_told_with_the_receivers_code(string find, string put)
    {
        var receipt = Judge(Json(new TestClaim(1)).Replace(find, put, StringComparison.Ordinal));
        Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        Assert.Contains("UKJENT_FELT", Assert.Single(receipt.Findings, finding => finding.Rule == "F18").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_eea_are_read_in_any_case_and_with_prefix()
    {
        var eea = "\"eea\": {\"Dok\": \"1\", \"CARDID\": \"\", \"eeaId\": null, \"TrygdekontorNavn\": \"x\", \"EEAgyldighetFra\": \"2026-01-01\", \"eeaGyldighet\": \"\", \"utstedelsesdato\": \"\"}";
        var text = Json(new TestClaim(1)).Replace("\"identifikasjon\"", eea + ", \"identifikasjon\"", StringComparison.Ordinal);
        Assert.Empty(Told(Judge(text)));
        Assert.Equal(["F18 RF 1"], Told(Judge(text.Replace("\"Dok\"", "\"Dokument\"", StringComparison.Ordinal))));
        Assert.Equal(["F01 RF "], Told(Judge(text.Replace("\"Dok\"", "\"eeaGyldighet\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_older_name_of_the_inner_object_is_taken_with_a_warning()
    {
        var text = Json(new TestClaim(1)).Replace("\"behandlerkrav\"", "\"behandlerkravmelding\"", StringComparison.Ordinal);
        Assert.Equal(["F02 W "], Told(Judge(text)));
        Assert.Equal(1, Judge(text).Counts.Accepted);
    }

    [Fact]
    public void The_practice_may_stand_last_with_a_warning()
    {
        const string practice = "\"praksisId\": \"1000005649\"";
        var text = Json(new TestClaim(1)).Replace(practice + ",", "", StringComparison.Ordinal).TrimEnd()[..^1] + $", {practice} }}";
        Assert.Equal(["F02 W "], Told(Judge(text)));
    }

    [Theory]
    [InlineData("etternavn", "null")]
    [InlineData("merknad", "\"\"")]
    [InlineData("henvisning", "{}")]
    [InlineData("henvisning", "null")]
    [InlineData("nlkkoder", "null")]
    [InlineData("nlkkoder", "[]")]
    [InlineData("nlkkoder", "[{}, null]")]
    [InlineData("relatertBehandler", "{\"id\": \"\", \"type\": null}")]
    [InlineData("rekvirent", "{\"organisasjon\": null}")]
    [InlineData("betaltEgenandel", "null")]
    public void What_is_optional_may_be_empty(string member, string value)
    {
        var text = member == "etternavn"
            ? Json(new TestClaim(1)).Replace("\"identifikasjon\"", "\"etternavn\": null, \"identifikasjon\"", StringComparison.Ordinal)
            : Json(new TestClaim(1) { ExtraJson = $"\"{member}\": {value}" });
        Assert.Empty(Told(Judge(text)));
    }

    [Theory]
    [InlineData("\"pasient\": {", "\"pasient\": [], \"debitor\": {")]
    [InlineData("\"L09\"", "9")]
    [InlineData("\"takster\": [", "\"norpatkoder\": 4, \"takster\": [")]
    [InlineData("\"antall\": 1", "\"antall\": 1.5")]
    [InlineData("\"antall\": 1", "\"antall\": \"1\"")]
    [InlineData("\"guid\"", "\"kreditering\": \"false\", \"guid\"")]
    public void A_wrong_type_in_a_claim_rejects_the_claim(string find, string put)
    {
        var told = Told(Judge(Json(new TestClaim(1)).Replace(find, put, StringComparison.Ordinal)));
        Assert.Contains("F02 RR 1", told);
        Assert.DoesNotContain(told, finding => finding.Contains("RF", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public void Missing_and_malformed_fields_reject_their_claim(string form)
    {
        Assert.Equal(["F02 RR 1"], Told(form, new TestClaim(1) { Regningsnummer = null }));
        Assert.Equal(["F02 RR 1"], Told(form, new TestClaim(1) { Tidspunkt = null }));
        Assert.Equal(["F02 RR 1"], Told(form, new TestClaim(1) { Tidspunkt = "i går" }));
        Assert.Equal(["F02 RR 1"], Told(form, new TestClaim(1) { Fodselsdato = "17.03.1942" }));
        Assert.Equal(["F02 W 1"], Told(form, new TestClaim(1) { Kjonn = "M" }));
        Assert.Equal(["F02 W 1"], Told(form, new TestClaim(1) { BehandlerId = "1", BehandlerType = "XYZ" }));
        Assert.Contains("F02 RR 1", Told(form, new TestClaim(1) { Takster = [(null, "1", "1")] }));
    }

    [Fact]
    public void A_time_without_offset_is_norwegian_with_a_warning_in_json()
    {
        Assert.Equal(["F02 W 1"], Told("json", new TestClaim(1) { Tidspunkt = "2026-02-02T10:00:00" }));
        Assert.Empty(Told("xml", new TestClaim(1) { Tidspunkt = "2026-02-02T10:00:00" }));
    }
}
