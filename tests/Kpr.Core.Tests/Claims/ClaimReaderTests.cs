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

/// <summary>Places, slices and chunks; both forms say the same.</summary>
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
            Fid = fid,
            FidType = type,
            Diagnoser = kind == 1 ? [] : [(system, code)],
            Fritak = exemption,
            Takster = kind == 2 ? [] : [("2ad", "10.00", count), ("11dd", "3", "1")],
            Belop = amount,
            Merknad = remark,
            Kreditering = kind == 3 ? true : null,
            Korrigering = kind == 4 ? true : null,
            Betalt = kind is 4 or 5 ? true : null,
            Guid = kind == 6 ? "x" : TestClaim.Id(number).ToString(),
            Prosedyrer = kind == 7 ? [("M", "ACFE10")] : [],
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
}
