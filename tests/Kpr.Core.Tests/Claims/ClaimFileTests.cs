using System.IO.Compression;
using System.Text;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using static Kpr.Core.Tests.Claims.ClaimDocuments;

namespace Kpr.Core.Tests.Claims;

/// <summary>Rules about messages of claims as a whole, and faults of form.</summary>
public sealed class ClaimFileTests
{
    [Theory]
    [InlineData("LOM")]
    [InlineData("OOM")]
    public void F04_the_types_of_claims_are_taken(string type) =>
        Assert.DoesNotContain(Judge(Message(Header(type), Set([new TestClaim(1)]))).Findings, finding => finding.Severity == Severity.RejectFile);

    [Theory]
    [InlineData("PSOM")]
    [InlineData("APOK")]
    [InlineData("lom")]
    [InlineData("")]
    public void F04_other_types_are_rejected(string type) =>
        Assert.Equal(["F04 RF "], Told(Judge(Message(Header(type), Set([new TestClaim(1)])))));

    [Fact]
    public void F04_a_message_carries_one_set_of_claims()
    {
        Assert.Equal(["F04 RF "], Told(Judge(Message(Header(), ""))));
        var two = Judge(Message(Header(), Set([new TestClaim(1)]) + Set([new TestClaim(2)])));
        Assert.Equal(["F04 RF "], Told(two));
        Assert.Equal((2L, 2L), (two.Counts.Read, two.Counts.Rejected));
    }

    [Fact]
    public void F07_the_sender_is_the_one_that_sent_the_file_and_known()
    {
        Assert.Equal(["F07 RF "], Told(Judge(Xml(new TestClaim(1)), file => file with { Sender = "999999999" })));
        Assert.Empty(Told(Judge(Xml(new TestClaim(1)), file => file with { Senders = new HashSet<string> { Sender } })));
        Assert.Equal(["F07 RF "], Told(Judge(Xml(new TestClaim(1)), file => file with { Senders = new HashSet<string> { "999999999" } })));
        var json = Judge(Json(new TestClaim(1)), file => file with { Senders = new HashSet<string> { "999999999" } });
        Assert.Equal(["F07 RF "], Told(json));
        Assert.Contains("UKJENT_PRAKSISID", json.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<AntallRegninger>2</AntallRegninger><SumKravSamlet V=\"180.50\" U=\"NOK\"/>")]
    [InlineData("<AntallRegninger>1</AntallRegninger><SumKravSamlet V=\"180.51\" U=\"NOK\"/>")]
    public void F17_totals_must_hold_in_xml(string totals) =>
        Assert.Equal(["F17 RF "], Told(Judge(Message(Header(), Set([new TestClaim(1)], $"<Krav>{totals}</Krav>")))));

    [Fact]
    public void F17_totals_must_hold_in_json()
    {
        Assert.Equal(["F17 RF "], Told(Judge(Json(new TestClaim(1)).Replace("\"antallRegninger\": 1", "\"antallRegninger\": 2", StringComparison.Ordinal))));
        Assert.Equal(["F17 RF "], Told(Judge(Json(new TestClaim(1)).Replace("\"belop\": 180.50\n  }\n", "\"belop\": 180.49\n  }\n", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public void F17_credits_count_negative(string form) =>
        Assert.Empty(Told(form, new TestClaim(1), new TestClaim(1) { Kreditering = true, Belop = "-180.50" }, new TestClaim(2) { Belop = "0.10" }));

    [Theory]
    [InlineData("xml", "180.505")]
    [InlineData("json", "180.505")]
    [InlineData("json", "\"180.50\"")]
    [InlineData("json", "1e309")]
    [InlineData("json", "-1e-309")]
    [InlineData("json", "99999999999999999999")]
    [InlineData("json", "true")]
    [InlineData("json", "{}")]
    [InlineData("xml", "1e2")]
    [InlineData("xml", "NaN")]
    [InlineData("xml", "180,50")]
    public void An_amount_that_cannot_be_read_rejects_its_claim_alone(string form, string amount)
    {
        var receipt = Judge(Write(form, new TestClaim(1), new TestClaim(2) { Belop = amount }));
        Assert.Equal(["F02 RR 2"], Told(receipt));
        Assert.Equal(ReceiptStatus.PartlyAccepted, receipt.Status);
    }

    [Theory]
    [InlineData("180.5")]
    [InlineData("1.805e2")]
    [InlineData("180.5000")]
    public void The_same_amount_may_be_written_in_several_ways(string amount) =>
        Assert.Empty(Told(Judge(Json(new TestClaim(1)).Replace("180.50\n}", amount + "\n}", StringComparison.Ordinal))));

    [Theory]
    [InlineData(KprEnvironment.Test, "122612", true)]
    [InlineData(KprEnvironment.Test, "171479", false)]
    [InlineData(KprEnvironment.Test, "8133973", false)]
    [InlineData(KprEnvironment.Test, "93972", false)]
    [InlineData(KprEnvironment.Production, "122612", false)]
    [InlineData(KprEnvironment.Production, "171479", true)]
    public void F26_the_recipient_fits_the_environment(KprEnvironment environment, string recipient, bool broken)
    {
        var receipt = Judge(
            Message(Header(recipient: recipient), Set([new TestClaim(1)])),
            file => file with { Settings = new RuleSettings { Environment = environment } });
        Assert.Equal(broken, receipt.Findings.Any(finding => finding.Rule == "F26"));
    }

    [Fact]
    public void The_message_id_and_version_stand_in_the_receipt()
    {
        var receipt = Judge(Xml(new TestClaim(1)));
        Assert.Equal((TestClaim.Id(901).ToString(), "v1.2 2006-05-24", "BKM (XML)"), (receipt.File.MessageId, receipt.File.FormatVersion, receipt.File.Format));
        Assert.Equal(("BKM (JSON)", null), (Judge(Json(new TestClaim(1))).File.Format, Judge(Json(new TestClaim(1))).File.MessageId));
    }

    [Fact]
    public void In_a_batch_a_fault_of_one_message_rejects_its_claims_alone()
    {
        var batch = $"<Meldinger>{Message(Header(), Set([new TestClaim(1), new TestClaim(2)]))}\n{Message(Header("PSOM"), Set([new TestClaim(3)]))}\n{Message(Header("FOM"), Set([new TestClaim(4)]))}</Meldinger>";
        var receipt = Judge(batch);
        Assert.Equal(["F04 RF "], Told(receipt));
        Assert.Equal((4L, 3L, 1L), (receipt.Counts.Read, receipt.Counts.Accepted, receipt.Counts.Rejected));
        Assert.Equal(["F02 RF "], Told(Judge("<Meldinger/>")));
        Assert.Equal(["F18 RF "], Told(Judge("<Meldinger><Annet/></Meldinger>")));
    }

    [Theory]
    [InlineData("<MsgId>", "<Msg>", "</MsgId>", "</Msg>", "F02")]
    [InlineData("<Krav>", "<Kravet>", "</Krav>", "</Kravet>", "F18")]
    [InlineData("msghead/2006-05-24", "msghead/2020-01-01", "", "", "F02")]
    [InlineData("bkm/2006-12-20", "bkm/2020-01-01", "", "", "F02")]
    [InlineData("navnEPJ=", "navnEpj=", "", "", "F18")]
    [InlineData("<Guid>", "<Guid versjon=\"4\">", "", "", "F18")]
    [InlineData("<Konto>", "<Farge>", "</Konto>", "</Farge>", "F18")]
    [InlineData("<GenDate>2026", "<GenDate>i dag", "", "", "F02")]
    [InlineData("<AntallRegninger>1", "<AntallRegninger>en", "", "", "F02")]
    [InlineData("V=\"180.50\" U=\"NOK\"/></Krav>", "V=\"180.50\" U=\"EUR\"/></Krav>", "", "", "F02")]
    public void A_fault_of_structure_in_xml_rejects_the_message(string find, string put, string findEnd, string putEnd, string rule)
    {
        var text = Xml(new TestClaim(1)).Replace(find, put, StringComparison.Ordinal);
        text = findEnd.Length == 0 ? text : text.Replace(findEnd, putEnd, StringComparison.Ordinal);
        var receipt = Judge(text);
        Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        Assert.Contains(receipt.Findings, finding => finding.Rule == rule && finding.Severity == Severity.RejectFile);
    }

    [Theory]
    [InlineData("\"praksisId\": \"1000005649\",", "", "MANGLER_PRAKSISID")]
    [InlineData("\"behandlerkrav\": {", "\"behandlerkrav\": null, \"x\": {", "MANGLER_BEHANDLERKRAV")]
    [InlineData("\"regninger\"", "\"regning\"", "MANGLER_REGNINGER")]
    [InlineData("\"antallRegninger\": 1,", "", "antallRegninger")]
    [InlineData("\"antallRegninger\": 1,", "\"antallRegninger\": \"1\",", "antallRegninger")]
    [InlineData("\"1000005649\"", "1000005649", "praksisId")]
    public void A_fault_of_structure_in_json_rejects_the_message(string find, string put, string told)
    {
        var receipt = Judge(Json(new TestClaim(1)).Replace(find, put, StringComparison.Ordinal));
        Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        Assert.Contains(receipt.Findings, finding => finding.Rule == "F02" && finding.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void No_claims_in_json_is_a_fault_and_in_xml_none()
    {
        Assert.Contains("MANGLER_REGNINGER", Judge(Json()).Findings[0].Message, StringComparison.Ordinal);
        Assert.Empty(Told("xml"));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public void The_identity_rules_read_letters_and_reject_the_claim(string form)
    {
        Assert.Equal(["I01 RR 1", "I02 RR 1"], Told(form, new TestClaim(1) { Fid = null, FidType = null }));
        Assert.Empty(Told(form, new TestClaim(1) { Fid = null, FidType = null, Etternavn = "Test", Fornavn = "Person", Fodselsdato = "1942-03-17" }));
        Assert.Equal(["I02 RR 1"], Told(form, new TestClaim(1) { FidType = "SEF" }));
        Assert.Equal(["I02 RR 1"], Told(form, new TestClaim(1) { FidType = "1" }));
        Assert.Equal(["I03 RR 1"], Told(form, new TestClaim(1) { Fid = "17834200369" }));
        Assert.Equal(["I03 RR 1"], Told(form, new TestClaim(1) { Fid = "17834200368 " }));
        Assert.Equal(["I12 W 1"], Told(form, new TestClaim(1) { FidType = "DNR" }));
        Assert.Equal(["I14 W 1"], Told(form, new TestClaim(1) { Fodselsdato = "1943-03-17" }));
        Assert.Equal(["I15 W 1"], Told(form, new TestClaim(1) { Kjonn = "2" }));
        Assert.Equal(["I26 W 1"], Told(form, new TestClaim(1) { BehandlerId = "0", BehandlerType = "HPR" }));
        Assert.Equal(["I28 RR 1"], Told(form, new TestClaim(1) { Merknad = "gjelder 17834200368" }));
    }

    [Fact]
    public void Of_several_identities_the_one_with_a_person_key_counts()
    {
        var text = Xml(new TestClaim(1)).Replace("<Ident><Id>17834200368", "<Ident><Id>P1</Id><TypeId V=\"PNR\"/></Ident><Ident><Id>17834200368", StringComparison.Ordinal);
        Assert.Empty(Told(Judge(text)));
    }

    [Fact]
    public void Latin1_and_gzip_are_read()
    {
        var text = Xml(new TestClaim(1) { Fid = null, FidType = null, Etternavn = "Bærøy", Fodselsdato = "1942-03-17" });
        Assert.Empty(Told(Judge(Encoding.Latin1.GetBytes(text.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal)))));
        Assert.Equal(["F23 RF "], Told(Judge(Encoding.Latin1.GetBytes(text))));
        foreach (var form in (string[])["xml", "json"])
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            {
                gzip.Write(Encoding.UTF8.GetBytes(Write(form, new TestClaim(1))));
            }

            Assert.Equal(1, Judge(packed.ToArray()).Counts.Accepted);
        }
    }

    [Fact]
    public void A_receipt_never_holds_the_number_of_a_patient()
    {
        var receipt = Judge(Json(new TestClaim(1) { Regningsnummer = "17834200368", ExtraJson = "\"17834200368\": 1, \"reskontro 17834200368\": 2" }));
        Assert.NotEmpty(receipt.Findings);
        Assert.DoesNotContain("17834200368", string.Concat(receipt.Findings), StringComparison.Ordinal);
    }
}
