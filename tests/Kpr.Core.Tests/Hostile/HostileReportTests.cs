using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareReport;

namespace Kpr.Core.Tests.Hostile;

/// <summary>Annual reports that are damaged, dishonest or hostile: each gets a receipt, never an exception, and no number is told.</summary>
public sealed partial class HostileReportTests
{
    private const int Seed = 9151;

    public static TheoryData<CareReportShipment> Shipments => [.. Enum.GetValues<CareReportShipment>()];

    [Theory]
    [MemberData(nameof(Shipments))]
    public void A_file_with_bytes_changed_or_cut_off_is_always_answered(CareReportShipment shipment)
    {
        var valid = CareReportDocument.Of(shipment).Bytes();
        var random = new Random(Seed);
        for (var round = 0; round < 1_500; round++)
        {
            var file = (byte[])valid.Clone();
            for (var left = random.Next(1, 6); left > 0; left--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            var receipt = CareReportDocument.JudgeFile(random.Next(4) == 0 ? file[..random.Next(file.Length)] : file);
            Assert.Equal(receipt.Counts.Read, receipt.Counts.Accepted + receipt.Counts.Rejected + receipt.Counts.Duplicates);
        }
    }

    [Theory]
    [MemberData(nameof(Shipments))]
    public void A_file_with_values_exchanged_is_always_answered(CareReportShipment shipment)
    {
        string[] strange = ["", " ", "0", "-1", "99999999999999999999", "2025-02-30", "9999-12-31", "1900-01-01", "æøå", new('x', 5_000), "&lt;a&gt;", "12,5", "1e9", "0001-01-01"];
        var valid = CareReportDocument.Of(shipment).ToString();
        var places = Value().Count(valid);
        for (var place = 0; place < places; place++)
        {
            foreach (var value in strange)
            {
                var at = -1;
                var receipt = CareReportDocument.JudgeFile(Encoding.UTF8.GetBytes(Value().Replace(valid, match => ++at == place ? $"=\"{value}\"" : match.Value)));
                Assert.Equal(receipt.Counts.Read, receipt.Counts.Accepted + receipt.Counts.Rejected + receipt.Counts.Duplicates);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shipments))]
    public void A_number_in_any_value_or_name_is_not_told(CareReportShipment shipment)
    {
        var number = CareReportDocument.Number(7);
        var valid = CareReportDocument.Of(shipment, 1).ToString();
        var places = Value().Count(valid);
        foreach (var planted in (string[])[$"=\"{number}\"", $"=\"x{number}y\"", $"=\"{number[..6]} {number[6..]}\"", $"=\"1\" n{number}=\"{number}\"", $"=\"2025-{number}\""])
        {
            for (var place = 0; place < places; place++)
            {
                var at = -1;
                var text = Value().Replace(valid, match => ++at == place ? planted : match.Value);
                var receipt = JsonSerializer.Serialize(CareReportDocument.JudgeFile(Encoding.UTF8.GetBytes(text)), ReceiptJson.Indented.Receipt);
                Assert.False(receipt.Contains(number, StringComparison.Ordinal) || receipt.Contains($"{number[..6]} {number[6..]}", StringComparison.Ordinal), receipt);
            }
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE Melding SYSTEM \"http://127.0.0.1:9/a.dtd\">", "F19")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>", "F19")]
    [InlineData("<a>", "F02")]
    public void A_hostile_prologue_is_refused(string prologue, string rule)
    {
        var document = CareReportDocument.Of(CareReportShipment.Professional);
        document.Declaration = prologue;

        Assert.Equal(rule, Assert.Single(document.Judge().Rules).Key);
    }

    [Fact]
    public void A_user_of_endless_parts_is_stopped_by_the_limits()
    {
        var parts = string.Concat(Enumerable.Repeat("<Diagnose kodeverk=\"ICPC-2\" kode=\"P70\" dato=\"2025-01-01\"/>", 100_000));
        var receipt = new CareReportDocument(CareReportShipment.Professional).Add(text => text.Replace("<Sak", $"{parts}<Sak", StringComparison.Ordinal)).Judge();

        Assert.Equal("F19", Assert.Single(receipt.Rules).Key);
    }

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Value();
}
