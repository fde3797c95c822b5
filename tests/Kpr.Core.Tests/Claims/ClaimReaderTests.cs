using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using static Kpr.Core.Tests.Claims.ClaimDocuments;

namespace Kpr.Core.Tests.Claims;

/// <summary>Places, slices and chunks; both forms say the same; nothing a sender can write breaks the readers.</summary>
public sealed class ClaimReaderTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260302UL, 17UL);

    private static readonly Gen<TestClaim> Claims =
        from number in Gen.Choose(1, 12)
        from kind in Gen.Choose(0, 9)
        from fid in Gen.Elements(TestClaim.Man, TestClaim.Woman, "17834200369", "45868500186")
        from type in Gen.Elements("FNR", "FNR", "FNR", "DNR", "SEF")
        from code in Gen.Elements("L09", "L00", "K024", "æøå \"<&>'\\")
        from system in Gen.Elements("7170", "7110", "9999")
        from exemption in Gen.Elements(null, "B", "S", "Q")
        from count in Gen.Elements("1", "0", "3")
        from amount in Gen.Elements("180.50", "0", "-3", "1.999", "99.9")
        from remark in Gen.Elements(null, "linje 1\nlinje 2", "nr 17834200368", "blå")
        select new TestClaim(number)
        {
            Fid = fid, FidType = type, Diagnoser = kind == 1 ? [] : [(system, code)], Fritak = exemption,
            Takster = kind == 2 ? [] : [("2ad", "10.00", count), ("11dd", "3", "1")], Belop = amount, Merknad = remark,
            Kreditering = kind == 3 ? true : null, Korrigering = kind == 4 ? true : null, Betalt = kind is 4 or 5 ? true : null,
            Guid = kind == 6 ? "x" : TestClaim.Id(number).ToString(), Prosedyrer = kind == 7 ? [("M", "ACFE10")] : [],
        };

    public static readonly TheoryData<string> Layouts =
        ["xml", "json", "xml batch", "xml crlf", "json crlf", "json one line", "xml prefix", "json mark", "xml latin1", "json cr", "json odd"];

    [Fact]
    public void Both_forms_of_the_same_claims_give_the_same_findings_and_contents() => Prop.ForAll(
        Claims.ArrayOf().ToArbitrary(),
        claims => claims.Length == 0 || Told("xml", claims).SequenceEqual(Told("json", claims))).Check(Seeded);

    [Fact]
    public void Both_forms_of_a_claim_have_the_same_hash()
    {
        var claim = new TestClaim(1) { Merknad = "æ", Kreditering = true, Belop = "-1", Kjonn = "1", Fodselsdato = "1942-03-17", BehandlerId = "9144900", BehandlerType = "HPR" };
        Assert.Equal(Records(Xml(claim)).Single().Hash, Records(Json(claim)).Single().Hash);
        Assert.NotEqual(Records(Xml(claim)).Single().Hash, Records(Xml(claim with { Kreditering = false })).Single().Hash);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Chunks_of_any_size_tell_the_same_as_the_whole(string layout)
    {
        var file = File(layout);
        var whole = Tell(file, null);
        Assert.Equal(11, whole.Count);
        for (var size = 1; size <= whole.Count + 1; size++)
        {
            var told = new List<string>();
            foreach (var (chunk, bytes) in Cut(file, size))
            {
                told.AddRange(Tell(bytes, chunk));
            }

            Assert.Equal(whole, told);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Slices_and_the_rest_give_the_file_back(string layout)
    {
        var file = File(layout);
        using var source = SourceContent.Open(new MemoryStream(file), new SourceLimits());
        using var reader = new ClaimsFeed().Open(source, new SourceLimits());
        var slices = new ArrayBufferWriter<byte>();
        while (reader.Read())
        {
            reader.WriteSlice(slices);
            var record = new ArrayBufferWriter<byte>();
            reader.WriteRecord(record);
            Assert.True(slices.WrittenSpan.EndsWith(record.WrittenSpan));
            Assert.Contains((char)record.WrittenSpan[0], "{<");
        }

        Assert.Null(reader.Fatal);
        Assert.True(file.AsSpan(layout == "json mark" ? 3 : 0).StartsWith(slices.WrittenSpan));
        Assert.Equal(-1, Encoding.Latin1.GetString(file.AsSpan(slices.WrittenCount + 3)).IndexOf("regningsnummer", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Places_are_those_of_start_tags_and_opening_braces()
    {
        var xml = Xml(new TestClaim(1), new TestClaim(2) { Diagnoser = [("7170", "L09"), ("9999", "X")] });
        var json = Json(new TestClaim(1), new TestClaim(2));
        Assert.Equal(LineOf(xml, "<Enkeltregning>", 2), Records(xml)[1].Line);
        Assert.Equal(LineOf(json, "{\n\"guid\"", 2), Records(json)[1].Line);
        Assert.Equal(LineOf(xml, "9999", 1), Judge(xml).Findings.Single().Line);
    }

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

    private static int LineOf(string text, string find, int occurrence)
    {
        var at = -1;
        for (var i = 0; i < occurrence; i++)
        {
            at = text.IndexOf(find, at + 1, StringComparison.Ordinal);
        }

        return text.AsSpan(0, at).Count('\n') + 1;
    }

    private static byte[] File(string layout)
    {
        TestClaim[] claims =
        [
            .. Enumerable.Range(1, 10).Select(i => new TestClaim(i)
            {
                Merknad = i % 3 == 0 ? "bærøy\nlinje \"to\" <&>" : null, Kjonn = i % 4 == 0 ? "M" : null, Diagnoser = i % 5 == 0 ? [] : [("7170", "L0" + i)],
            }),
            new TestClaim(1) { Kreditering = true, Belop = "-180.50" },
        ];
        var text = layout.StartsWith("xml batch", StringComparison.Ordinal)
            ? $"<?xml version=\"1.0\"?>\n<Meldinger>\n{Message(Header(), Set(claims[..4]))}\n<!-- her -->\n{Message(Header("FOM"), Set([]))}{Message(Header("OOM"), Set(claims[4..9]))}{Message(Header(), Set(claims[9..]))}</Meldinger>\n"
            : layout.StartsWith("xml", StringComparison.Ordinal) ? Xml(claims) : Json(claims);
        text = layout.Split(' ')[^1] switch
        {
            "crlf" => text.ReplaceLineEndings("\r\n"),
            "cr" => text.ReplaceLineEndings("\r"),
            "line" => text.ReplaceLineEndings(" "),
            "latin1" => text.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal),
            "prefix" => text.Replace($"xmlns=\"{Bkm}\"", $"xmlns:b='{Bkm}'\n ", StringComparison.Ordinal).Replace("<BehandlerKrav", "<b:BehandlerKrav", StringComparison.Ordinal)
                .Replace("</BehandlerKrav", "</b:BehandlerKrav", StringComparison.Ordinal).Replace("<Enkeltregning>", $"<Enkeltregning xmlns=\"{Bkm}\">", StringComparison.Ordinal)
                .Replace("<Enkeltregning", "<Enkeltregning", StringComparison.Ordinal).Replace("<Konto>1324-1</Konto>", "", StringComparison.Ordinal)
                .Replace("<Krav>", $"<Krav xmlns=\"{Bkm}\">", StringComparison.Ordinal),
            "odd" => text.Replace("\"praksisId\": \"1000005649\"", "\"praksisId\": \"a\\\"b\\\\ø\"", StringComparison.Ordinal).Replace("\"regninger\": [", "\"regninger\"\n:\n [ \n", StringComparison.Ordinal),
            _ => text,
        };
        return layout == "xml latin1" ? Encoding.Latin1.GetBytes(text) : layout == "json mark" ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] : Encoding.UTF8.GetBytes(text);
    }

    private static List<(long Line, UInt128 Hash)> Records(string text)
    {
        using var source = SourceContent.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), new SourceLimits());
        using var reader = new ClaimsFeed().Open(source, new SourceLimits());
        var records = new List<(long, UInt128)>();
        while (reader.Read())
        {
            records.Add((reader.Record.Line, reader.Record.ContentHash()));
        }

        return records;
    }

    private static List<(Chunk Chunk, byte[] Bytes)> Cut(byte[] file, int size)
    {
        using var source = SourceContent.Open(new MemoryStream(file), new SourceLimits());
        using var reader = new ClaimsFeed().Open(source, new SourceLimits());
        var cutter = new ChunkCutter(reader, size);
        var chunks = new List<(Chunk, byte[])>();
        var target = new ArrayBufferWriter<byte>();
        while (cutter.Next(target) is { } chunk)
        {
            chunks.Add((chunk, target.WrittenSpan.ToArray()));
            target.Clear();
        }

        Assert.Null(reader.Fatal);
        return chunks;
    }

    // One text a record: its values, what the rules say and the facts, with places as in the whole file.
    private static List<string> Tell(byte[] file, Chunk? chunk)
    {
        var feed = new ClaimsFeed();
        var facts = new Facts();
        using var source = SourceContent.Open(new MemoryStream(file), new SourceLimits());
        using var reader = feed.Open(source, new SourceLimits());
        var judge = feed.JudgeRecords(new FileContext(ReceivedAt, new RuleSettings()) { Sender = Sender }, facts);
        var told = new List<string>();
        while (reader.Read())
        {
            var claim = (Claim)reader.Record;
            var original = new ArrayBufferWriter<byte>();
            reader.WriteRecord(original);
            facts.Known.Clear();
            var findings = judge.Judge(claim).Findings.Select(finding => $"{finding.Rule} {finding.Line + (chunk?.LineOffset ?? 0)} {finding.Message}");
            var values = new string?[feed.Layout.Columns.Count];
            feed.Layout.Write(claim, values);
            told.Add($"{claim.Ordinal + (chunk?.OrdinalOffset ?? 0)} {claim.Line + (chunk?.LineOffset ?? 0)} {claim.Message + (chunk?.MessageOffset ?? 0)} "
                + $"{string.Join('|', values)} {feed.Layout.Partition(claim, Sender)} {Convert.ToHexString(original.WrittenSpan)} "
                + $"{string.Join("; ", findings)} {string.Join(',', facts.Known)}");
        }

        Assert.Null(reader.Fatal);
        return told;
    }

    private sealed class Facts : IFactSink
    {
        public List<string> Known { get; } = [];

        public void Add(in Fact fact) => Known.Add($"{fact.Kind} {fact.Key} {fact.Role} {fact.Content} {fact.Extra}");
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
