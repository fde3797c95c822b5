using System.IO.Compression;
using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.KuhrDelivery;

public sealed class KuhrReaderTests
{
    [Fact]
    public void A_delivery_as_it_should_be_is_accepted_without_a_finding()
    {
        var receipt = new TestDelivery(5).Judge();

        Assert.Empty(receipt.Findings);
        Assert.Equal(new ReceiptCounts(5, 5, 0, 0, 0), receipt.Counts);
        Assert.Equal(("kuhr-delivery", "KUHR-leveranse", "1.0", TestDelivery.Sender, "d0000000-0000-4000-8000-000000000001"),
            (receipt.File.Feed, receipt.File.Format, receipt.File.FormatVersion, receipt.File.Sender, receipt.File.MessageId));
    }

    [Fact]
    public void A_delivery_without_claims_is_accepted() => Assert.Equal(ReceiptStatus.Accepted, new TestDelivery(0).Judge().Status);

    [Theory]
    [InlineData("gzip")]
    [InlineData("mark")]
    [InlineData("crlf")]
    [InlineData("no last break")]
    [InlineData("quotes")]
    [InlineData("capital ids")]
    public void Ways_to_write_the_same_are_taken(string way)
    {
        var delivery = new TestDelivery();
        delivery.LineBreak = way == "crlf" ? "\r\n" : "\n";
        foreach (var name in TestDelivery.Names)
        {
            delivery.Bytes[name] = bytes => way switch
            {
                "gzip" => Pack(bytes),
                "mark" => [0xEF, 0xBB, 0xBF, .. bytes],
                "no last break" => bytes[..^1],
                _ => bytes,
            };
        }

        if (way == "quotes")
        {
            delivery.Set(2, "praksisId", "\"10000;0001\"").Set("person", 1, "typeID", "\"1\"");
        }
        else if (way == "capital ids")
        {
            delivery.Rows("takst")[5] = delivery.Rows("takst")[5].ToUpperInvariant().Replace("BD", "bd", StringComparison.Ordinal);
        }

        Assert.Empty(delivery.Judge().Findings);
    }

    [Fact]
    public void The_files_may_stand_in_any_order_as_long_as_it_is_one()
    {
        var delivery = new TestDelivery(0);
        foreach (var number in (int[])[5, 2, 9, 1])
        {
            delivery.AddClaim(number);
        }

        Assert.Empty(delivery.Judge().Findings);
    }

    [Fact]
    public void A_line_is_that_of_the_file_the_field_stands_in()
    {
        var receipt = new TestDelivery().Set("diagnose", 2, "kode", "X9").Set("takst", 4, "antall", "0").Set(3, "belopOre", "1").Judge();

        Assert.Equal(
            [("K11", 2, 3, "diagnose"), ("K18", 2, 5, "takst.antall"), ("K22", 3, 4, "belopOre")],
            receipt.Findings.Select(finding => (finding.Rule, (int)finding.Ordinal!, (int)finding.Line!, finding.Field)));
        Assert.Equal(TestDelivery.IdOf(2), receipt.Findings[0].RecordId);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("diagnose")]
    [InlineData("takst")]
    public void A_row_without_a_claim_is_dropped_with_a_warning_and_the_rest_is_taken(string file)
    {
        foreach (var number in (int[])[0, 2, 9])
        {
            var delivery = new TestDelivery(0).AddClaim(1).AddClaim(3).AddClaim(4);
            var row = delivery.Rows(file)[1].Replace(TestDelivery.IdOf(1), TestDelivery.IdOf(number), StringComparison.Ordinal);
            var place = delivery.Rows(file).FindIndex(1, other => string.CompareOrdinal(other, row) > 0);
            delivery.Rows(file).Insert(place < 0 ? delivery.Rows(file).Count : place, row);
            var receipt = delivery.Judge();

            var finding = Assert.Single(receipt.Findings);
            Assert.Equal(("K09", Severity.Warning, null, file), (finding.Rule, finding.Severity, finding.Ordinal, finding.Field));
            Assert.Equal(3, receipt.Counts.Accepted);
        }
    }

    [Fact]
    public void Rows_in_another_order_than_the_claims_reject_the_delivery()
    {
        foreach (var file in (string[])["person", "diagnose", "takst"])
        {
            var rising = new TestDelivery(4);
            (rising.Rows(file)[1], rising.Rows(file)[^1]) = (rising.Rows(file)[^1], rising.Rows(file)[1]);
            AssertRejected(rising, "K34");

            var other = new TestDelivery(0).AddClaim(5).AddClaim(2).AddClaim(9);
            (other.Rows(file)[1], other.Rows(file)[^1]) = (other.Rows(file)[^1], other.Rows(file)[1]);
            AssertRejected(other, "K34");
        }
    }

    [Theory]
    [InlineData("column too many", "K34")]
    [InlineData("column too few", "K34")]
    [InlineData("column renamed", "K34")]
    [InlineData("field too many", "K34")]
    [InlineData("field too few", "K34")]
    [InlineData("blank line", "K34")]
    [InlineData("empty", "K34")]
    [InlineData("nul", "F01")]
    [InlineData("open quote", "F01")]
    [InlineData("stray quote", "F01")]
    [InlineData("latin", "F23")]
    [InlineData("utf-16", "F01")]
    [InlineData("lost characters", "F23")]
    [InlineData("cut gzip", "F01")]
    [InlineData("huge line", "F19")]
    [InlineData("missing", "K01")]
    public void A_file_that_cannot_be_read_rejects_the_delivery_and_says_why(string fault, string rule)
    {
        foreach (var file in TestDelivery.Names)
        {
            var delivery = new TestDelivery();
            var rows = delivery.Rows(file);
            _ = fault switch
            {
                "column too many" => rows[0] += ";navn",
                "column too few" => rows[0] = rows[0][..rows[0].LastIndexOf(';')],
                "column renamed" => rows[0] = rows[0].Replace("enkeltregningId", "regningId", StringComparison.Ordinal),
                "field too many" => rows[2] += ";",
                "field too few" => rows[2] = rows[2][..rows[2].LastIndexOf(';')],
                "blank line" => rows[2] = "",
                "open quote" => rows[2] = rows[2].Replace(";", ";\"", StringComparison.Ordinal),
                "stray quote" => rows[2] = rows[2].Insert(3, "\""),
                _ => "",
            };
            delivery.Bytes[file] = bytes => fault switch
            {
                "empty" => [],
                "nul" => [.. bytes[..90], 0, .. bytes[90..]],
                "latin" => [.. bytes[..90], 0xE6, .. bytes[90..]],
                "utf-16" => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
                "lost characters" => [.. bytes[..90], 0xEF, 0xBF, 0xBD, .. bytes[90..]],
                "cut gzip" => Pack(bytes)[..^12],
                "huge line" => [.. bytes, .. Enumerable.Repeat((byte)'x', 400_000)],
                _ => bytes,
            };
            delivery.Missing.UnionWith(fault == "missing" ? [$"{file}.csv"] : []);
            AssertRejected(delivery, rule, new SourceLimits { MaxTokenLength = 65_536 });
        }
    }

    [Theory]
    [InlineData("\"rowCount\": 3", "\"rowCount\": 4", "K01")]
    [InlineData("\"sumRefund\": 60000", "\"sumRefund\": 60001", "K01")]
    [InlineData("\"sumShare\": 30000", "\"sumShare\": -30000", "K01")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "F02")]
    [InlineData("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\"", "F03")]
    [InlineData("\"formatVersion\": \"1.0\",", "", "F02")]
    [InlineData("2025-05-31", "2025-05-30", "F02")]
    [InlineData("2025-05-31", "2025-06-30", "F02")]
    [InlineData("2025-05-01", "2025-05-32", "F02")]
    [InlineData("+02:00", "", "F02")]
    [InlineData("\"sender\": \"889640782\"", "\"sender\": \"974760673\"", "F07")]
    [InlineData("\"sumRefund\"", "\"hemmelig\": 1, \"sumRefund\"", "F18")]
    [InlineData("\"name\": \"takst.csv\"", "\"name\": \"../takst.csv\"", "F18")]
    [InlineData("\"name\": \"takst.csv\"", "\"name\": \"navn.csv\"", "F18")]
    [InlineData("\"name\": \"takst.csv\"", "\"name\": \"regning.csv\"", "F02")]
    [InlineData("\"deliveryId\": \"d", "\"deliveryId\": \"x", "F02")]
    [InlineData("\"sumRefund\": 60000", "\"sumRefund\": 60000.5", "F02")]
    [InlineData("\"files\": [", "\"files\": [1, ", "F02")]
    [InlineData("\"sumShare\": 30000", "\"sumShare\": 30000, \"supersedes\": \"d0000000-0000-4000-8000-000000000001\"", "F02")]
    [InlineData("\"sumShare\": 30000", "\"sumShare\": 30000, \"sumShare\": 30000", "F01")]
    [InlineData("\"sumShare\": 30000", "\"sumShare\": 30000,", "F01")]
    [InlineData("\"sumShare\": 30000", "\"sumShare\": 30000, \"\\ud800\": 1", "F01")]
    [InlineData("\"name\": \"takst.csv\"", "\"name\": \"\\ud800.csv\"", "F01")]
    public void A_manifest_that_does_not_hold_rejects_the_delivery(string find, string put, string rule)
    {
        var delivery = new TestDelivery { Manifest = text => text.Replace(find, put, StringComparison.Ordinal) };
        Assert.NotEqual(new TestDelivery().ManifestText(), delivery.ManifestText());
        AssertRejected(delivery, rule);
    }

    [Fact]
    public void A_file_changed_behind_its_manifest_has_another_hash()
    {
        var delivery = new TestDelivery();
        var text = delivery.ManifestText();
        delivery.Manifest = _ => text;
        delivery.Set("takst", 1, "antall", "2");

        Assert.Equal("takst.csv", AssertRejected(delivery, "K01").Field);
    }

    [Fact]
    public void Rows_without_claims_beyond_the_limit_stop_the_reading()
    {
        var delivery = new TestDelivery();
        delivery.Rows("diagnose").AddRange(Enumerable.Range(100, 50).Select(number => $"{TestDelivery.IdOf(number)};1;ICPC-2;L03"));

        AssertRejected(delivery, "F19", new SourceLimits { MaxFaults = 20 });
    }

    [Fact]
    public void A_part_or_a_chunk_alone_is_no_delivery()
    {
        var feed = Feeds.Find("kuhr-delivery")!;
        foreach (var (content, message) in ((string, string)[])[("enkeltregningId;fid;typeID;trygdenasjon\n", "manifest"), ("KPR-KUHR;x\n", "verken")])
        {
            using var source = SourceContent.Open(new MemoryStream(Encoding.UTF8.GetBytes(content)), new SourceLimits());
            Assert.Null(feed.TryOpen(source, new SourceLimits(), out var fault));
            Assert.Contains(message, fault!.Value.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_bytes_in_any_file_end_in_a_receipt()
    {
        var random = new Random(20_250_601);
        for (var round = 0; round < 400; round++)
        {
            var delivery = new TestDelivery(4);
            var name = TestDelivery.Names[random.Next(4)];
            var places = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (At: random.Next(200, 4_000), Value: (byte)random.Next(256), Cut: random.Next(20) == 0)).ToList();
            delivery.Bytes[name] = bytes =>
            {
                var changed = bytes.ToArray();
                foreach (var (at, value, cut) in places)
                {
                    changed[at % changed.Length] = value;
                    changed = cut ? changed[..(at % changed.Length + 1)] : changed;
                }

                return changed;
            };
            var counts = delivery.Judge().Counts;
            Assert.Equal(counts.Read, counts.Accepted + counts.Rejected + counts.Duplicates);
        }
    }

    private static Finding AssertRejected(TestDelivery delivery, string rule, SourceLimits? limits = null)
    {
        var receipt = delivery.Judge(limits);
        Assert.Equal((ReceiptStatus.Rejected, 0L), (receipt.Status, receipt.Counts.Accepted));
        var finding = receipt.Findings.First(finding => finding.Severity == Severity.RejectFile && finding.Rule == rule);
        Assert.False(string.IsNullOrWhiteSpace(finding.Message));
        return finding;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
