using System.Text;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Judging;

/// <summary>F25: a file of which too much is rejected is held as a whole.</summary>
public sealed class HeldFileTests
{
    [Theory]
    [InlineData(199, 50, ReceiptStatus.PartlyAccepted)]
    [InlineData(200, 10, ReceiptStatus.PartlyAccepted)]
    [InlineData(200, 11, ReceiptStatus.Held)]
    [InlineData(200, 199, ReceiptStatus.Held)]
    [InlineData(200, 200, ReceiptStatus.Rejected)]
    [InlineData(200, 0, ReceiptStatus.Accepted)]
    public void A_file_is_held_above_one_in_twenty_from_200_records_on(int records, int rejected, ReceiptStatus expected)
    {
        var receipt = CareEventDocument.Judge(File(records, rejected));

        Assert.Equal(expected, receipt.Status);
        Assert.Equal(expected == ReceiptStatus.Held, receipt.Rules.ContainsKey("F25"));
        Assert.Equal(new ReceiptCounts(records, records - rejected, rejected, 0, 0), receipt.Counts);
    }

    [Fact]
    public void The_receipt_of_a_held_file_begins_with_why()
    {
        var receipt = CareEventDocument.Judge(File(200, 20));

        var finding = receipt.Findings[0];
        Assert.Equal(("F25", Severity.RejectFile, null, null), (finding.Rule, finding.Severity, finding.Ordinal, finding.Line));
        Assert.Contains("20 av 200", finding.Message, StringComparison.Ordinal);
        Assert.Contains("satt på vent", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_are_the_operators()
    {
        Assert.Equal(ReceiptStatus.Held, CareEventDocument.Judge(File(10, 1), settings => settings.HoldFromRecords = 10).Status);
        Assert.Equal(ReceiptStatus.PartlyAccepted, CareEventDocument.Judge(File(200, 199), settings => settings.HoldAboveShare = 1).Status);
    }

    [Theory]
    [InlineData(Review.Released, ReceiptStatus.PartlyAccepted, 180, Severity.Warning)]
    [InlineData(Review.Refused, ReceiptStatus.Rejected, 0, Severity.RejectFile)]
    public void What_the_operator_decides_stands(Review review, ReceiptStatus status, long accepted, Severity severity)
    {
        using var tally = new FileTally([new MessageSpan(1, 200)], null);
        tally.JudgeAcrossRecords([], [], new FileContext(CareEventDocument.ReceivedAt, new RuleSettings()) { Review = review });
        for (var ordinal = 1L; ordinal <= 20; ordinal++)
        {
            tally.AddRecordFinding(new Finding("E06", Severity.RejectRecord, ordinal, ordinal, null, null, "", null));
        }

        var outcome = tally.Finish();

        Assert.Equal((status, accepted), (outcome.Status, outcome.Counts.Accepted));
        Assert.Equal(severity, Assert.Single(outcome.Findings, finding => finding.Rule == "F25").Severity);
    }

    private static byte[] File(int records, int rejected)
    {
        var document = new CareEventDocument();
        for (var number = 1; number <= records; number++)
        {
            var status = number <= rejected ? "T" : "N";
            document.Add(text => text.Replace("statusNotifikasjon=\"N\"", $"statusNotifikasjon=\"{status}\"", StringComparison.Ordinal));
        }

        return Encoding.UTF8.GetBytes(document.ToString());
    }
}
