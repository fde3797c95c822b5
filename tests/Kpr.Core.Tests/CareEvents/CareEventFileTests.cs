using System.Text;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareEvents;

public sealed class CareEventFileTests
{
    [Fact]
    public void A_clean_file_is_accepted_without_findings()
    {
        var receipt = new CareEventDocument().Add().Add().Add().Judge();

        Assert.Empty(receipt.Findings);
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(new ReceiptCounts(3, 3, 0, 0, 0), receipt.Counts);
        Assert.Equal("XPR(ipl)", receipt.File.Format);
        Assert.Equal("56.0.0", receipt.File.FormatVersion);
    }

    [Fact]
    public void A_message_without_records_is_accepted()
    {
        var receipt = new CareEventDocument().Judge();

        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(new ReceiptCounts(0, 0, 0, 0, 0), receipt.Counts);
    }

    [Fact]
    public void A_bad_record_is_rejected_and_the_others_are_kept()
    {
        var receipt = new CareEventDocument().Add().Add(text => text.Replace("tjenesteType=\"21\"", "tjenesteType=\"1\"", StringComparison.Ordinal)).Add().Judge();

        Assert.Equal(ReceiptStatus.PartlyAccepted, receipt.Status);
        Assert.Equal(new ReceiptCounts(3, 2, 1, 0, 0), receipt.Counts);
        var finding = Assert.Single(receipt.Findings);
        Assert.Equal(("E11", Severity.RejectRecord, 2L, 9L), (finding.Rule, finding.Severity, finding.Ordinal, finding.Line));
        Assert.Equal(CareEventDocument.Id(2).ToString(), finding.RecordId);
    }

    [Fact]
    public void The_same_notification_twice_is_a_duplicate_without_finding()
    {
        var receipt = new CareEventDocument().Add().Add().Raw(CareEventDocument.Notification(1)).Add(_ => CareEventDocument.Notification(3)).Judge();

        Assert.Equal(new ReceiptCounts(4, 3, 0, 1, 0), receipt.Counts);
        Assert.Empty(receipt.Findings);
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
    }

    [Fact]
    public void The_same_guid_with_other_content_rejects_the_file()
    {
        var receipt = new CareEventDocument().Add().Add()
            .Raw(CareEventDocument.Notification(1).Replace("tjenesteType=\"21\"", "tjenesteType=\"20\"", StringComparison.Ordinal)).Judge();

        Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        Assert.Equal(new ReceiptCounts(3, 0, 3, 0, 1), receipt.Counts);
        Assert.Equal(("E02", 3L), (receipt.Findings[0].Rule, receipt.Findings[0].Ordinal));
    }

    [Theory]
    [InlineData(" fid=\"17834200368\"", "", "I01")]
    [InlineData(" typeID=\"1\"", "", "I02")]
    [InlineData(" notifikasjonGUID=", " ukjent=", "E02")]
    [InlineData("<Bruker ", "<Bruker farge=\"bla\" ", "F18")]
    [InlineData("</TjenesteStart>", "<Ekstra/></TjenesteStart>", "F18")]
    [InlineData("17834200368", "17834200369", "I03")]
    public void Faults_in_a_record_have_the_rule_that_the_contract_names(string find, string put, string rule)
    {
        var receipt = new CareEventDocument().Add().Add(text => text.Replace(find, put, StringComparison.Ordinal)).Judge();

        Assert.Contains(receipt.Findings, finding => finding.Rule == rule && finding.Ordinal == 2);
    }

    [Theory]
    [InlineData("", "F01")]
    [InlineData("   \n", "F01")]
    [InlineData("ikke xml", "F01")]
    [InlineData("<a>", "F01")]
    [InlineData("<a/>", "F02")]
    [InlineData("<Melding xmlns=\"urn:x\"/>", "F02")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "F19")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a/>", "F23")]
    public void A_file_that_cannot_be_read_is_rejected_with_a_reason(string content, string rule)
    {
        var receipt = CareEventDocument.Judge(Encoding.UTF8.GetBytes(content));

        Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        Assert.Equal(rule, Assert.Single(receipt.Findings).Rule);
        Assert.Equal(content.Length, receipt.File.Bytes);
    }
}
