using System.Text;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using static Kpr.Core.Tests.Claims.ClaimDocuments;

namespace Kpr.Core.Tests.Claims;

/// <summary>Nothing that a sender can write breaks the readers: it is told.</summary>
public sealed class HostileClaimTests
{
    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public void A_file_cut_off_anywhere_is_told_and_never_breaks(string form)
    {
        var file = Encoding.UTF8.GetBytes(Write(form, new TestClaim(1) { Merknad = "æøå 😀" }, new TestClaim(2)).TrimEnd());
        for (var length = 0; length < file.Length; length++)
        {
            var finding = Assert.Single(Judge(file[..length]).Findings, finding => finding.Severity == Severity.RejectFile);
            Assert.True(finding.Rule is "F01" or "F23", $"{length}: {finding.Rule}");
        }
    }

    [Theory]
    [InlineData("{\"praksisId\":\"1\",\"praksisId\":\"1\"}", "F01")]
    [InlineData("{\"praksisId\":\"1\",\"praksis\\u0049d\":\"1\"}", "F01")]
    [InlineData("{\"praksisId\":\"1\",}", "F01")]
    [InlineData("{/* a */\"praksisId\":\"1\"}", "F01")]
    [InlineData("{\"praksisId\":\"\\uD800\"}", "F01")]
    [InlineData("{\"praksisId\":\"\\uDC00x\"}", "F01")]
    [InlineData("{\"\\uD800\":1}", "F01")]
    [InlineData("{\"praksisId\":NaN}", "F01")]
    [InlineData("{\"praksisId\":01}", "F01")]
    [InlineData("{'praksisId':1}", "F01")]
    [InlineData("{\"praksisId\":\"a\nb\"}", "F01")]
    [InlineData("{} {}", "F01")]
    [InlineData("{}x", "F01")]
    [InlineData("{", "F01")]
    [InlineData("[]", "F02")]
    [InlineData("[{}]", "F02")]
    [InlineData("null", "F01")]
    [InlineData("praksis", "F01")]
    [InlineData("{}", "F02")]
    [InlineData("{\"praksisId\":\"\uFFFD\"}", "F23")]
    [InlineData("<MsgHead", "F01")]
    [InlineData("<MsgHead/>", "F02")]
    [InlineData("<MsgHead xmlns=\"http://www.kith.no/xmlstds/msghead/2006-05-24\"/>", "F02")]
    [InlineData("<!DOCTYPE MsgHead><MsgHead/>", "F19")]
    public void Hostile_content_is_told(string content, string rule)
    {
        var receipt = Judge(content);
        Assert.Equal(0, receipt.Counts.Accepted);
        Assert.Contains(receipt.Findings, finding => finding.Rule == rule && finding.Severity == Severity.RejectFile);
    }

    [Fact]
    public void Unknown_formats_are_told_with_the_receivers_code()
    {
        Assert.Contains("UKJENT_FORMAT", Judge("kode;antall").Findings.Single().Message, StringComparison.Ordinal);
        Assert.Contains("UKJENT_FORMAT", Judge("[1]").Findings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_told_wherever_they_stand()
    {
        var file = Encoding.UTF8.GetBytes(Json(new TestClaim(1) { Merknad = "xyz" }));
        var at = file.AsSpan().IndexOf("xyz"u8);
        foreach (var bad in (byte[][])[[0xC3], [0xE2, 0x82], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80]])
        {
            bad.CopyTo(file.AsSpan(at));
            Assert.Equal(["F23 RF "], Told(Judge(file)));
        }
    }

    [Fact]
    public void Limits_of_depth_texts_records_and_faults_hold()
    {
        Assert.Equal("F19", Judge("{\"a\":" + new string('[', 10_000)).Findings[0].Rule);
        Assert.Equal("F19", Judge(Json(new TestClaim(1) { ExtraJson = "\"a\":" + new string('[', 100) + new string(']', 100) })).Findings[0].Rule);
        Assert.Equal("F19", Judge(Json(new TestClaim(1) { Merknad = new string('a', 2 << 20) })).Findings[0].Rule);
        Assert.Equal("F19", Judge(Json(new TestClaim(1) { ExtraJson = "\"a\":\"" + new string('a', 9 << 20) + "\"" })).Findings[0].Rule);
        Assert.Equal("F19", Judge(Xml(new TestClaim(1) { Merknad = new string('a', 2 << 20) })).Findings[0].Rule);
        var many = string.Join(',', Enumerable.Range(0, 60).Select(i => $"\"a{i}\":0"));
        Assert.Contains(Judge(Json(new TestClaim(1) { ExtraJson = many }), limits: new SourceLimits { MaxFaults = 50 }).Findings, finding => finding.Rule == "F19");
        var deep = string.Concat(Enumerable.Repeat("<Guid>", 100)) + string.Concat(Enumerable.Repeat("</Guid>", 100));
        Assert.Contains(Judge(Xml(new TestClaim(1) { ExtraXml = deep })).Findings, finding => finding.Rule == "F19");
    }

    [Fact]
    public void A_text_in_very_many_pieces_is_read_in_time_with_its_length()
    {
        var pieces = string.Concat(Enumerable.Repeat("<![CDATA[a]]>", 200_000));
        Assert.Empty(Told(Judge(Xml(new TestClaim(1) { ExtraXml = $"<Merknad>{pieces}</Merknad>" }))));
    }

    [Theory]
    [InlineData("aaaaaa<!---->")]
    [InlineData("a&#65;aaaa<![CDATA[b]]>")]
    [InlineData("<![CDATA[aaaaaaaaaaaaaaaa]]>")]
    public void A_text_in_very_many_pieces_ends_by_the_limits_of_a_text(string piece)
    {
        var pieces = string.Concat(Enumerable.Repeat(piece, 200_000));
        var receipt = Judge(Xml(new TestClaim(1) { ExtraXml = $"<Merknad>{pieces}</Merknad>" }));
        Assert.Equal("F19", Assert.Single(receipt.Findings).Rule);
    }

    [Fact]
    public void A_text_in_four_times_as_many_pieces_takes_four_times_the_memory_and_not_more()
    {
        Taken(1_000);
        var some = Taken(25_000);
        Assert.InRange(Taken(100_000), some, some * 6);

        static long Taken(int pieces)
        {
            var file = Encoding.UTF8.GetBytes(Xml(new TestClaim(1) { ExtraXml = $"<Merknad>{string.Concat(Enumerable.Repeat("a<!---->", pieces))}</Merknad>" }));
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Empty(Told(Judge(file)));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public void A_plain_file_is_held_to_the_same_length_as_a_packed_one(string form)
    {
        var file = Encoding.UTF8.GetBytes(Write(form, [.. Enumerable.Range(1, 20).Select(number => new TestClaim(number))]));
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(file);
        }

        foreach (var sent in (byte[][])[file, packed.ToArray()])
        {
            Assert.DoesNotContain("F19 RF ", Told(Judge(sent, limits: new SourceLimits { MaxInflatedBytes = file.Length })));
            var receipt = Judge(sent, limits: new SourceLimits { MaxInflatedBytes = file.Length - 1 });
            Assert.Equal(("F19", (long)sent.Length), (Assert.Single(receipt.Findings).Rule, receipt.File.Bytes));
        }
    }

    [Fact]
    public void Records_longer_than_the_window_are_read_whole()
    {
        var tariffs = Enumerable.Range(0, 8_000).Select(i => ((string?)$"t{i}", (string?)"1.25", (string?)"1")).ToList();
        var file = Json([.. Enumerable.Range(1, 5).Select(i => new TestClaim(i) { Takster = tariffs, Merknad = new string('å', i * 1_001) })]);
        Assert.Empty(Told(Judge(file)));
        Assert.Equal(5, Judge(file).Counts.Accepted);
    }

    [Fact]
    public void A_source_that_gives_one_byte_at_a_time_is_read_alike()
    {
        var file = Encoding.UTF8.GetBytes(Json(new TestClaim(1) { Merknad = "æøå" }, new TestClaim(2)));
        using var source = SourceContent.Open(new Trickle(file), new SourceLimits());
        using var reader = new ClaimsFeed().Open(source, new SourceLimits());
        Assert.True(reader.Read() && reader.Read() && !reader.Read());
        Assert.Null(reader.Fatal);
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
