using System.Buffers;
using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Formats;

public sealed class ChunkCutterTests
{
    private static readonly SourceLimits Limits = new();

    public static IEnumerable<object[]> Files => XprModule.Each(FileRows);

    private static TheoryData<string, string> FileRows => new()
    {
        { "plain", "utf-8" },
        { "plain", "utf-8 with mark" },
        { "plain", "iso-8859-1" },
        { "crlf", "utf-8" },
        { "carriage returns", "iso-8859-1" },
        { "one line", "utf-8 with mark" },
        { "between", "utf-8" },
        { "angle brackets", "utf-8" },
        { "prefix", "iso-8859-1" },
        { "faults", "utf-8" },
        { "empty records", "utf-8" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Next_chunks_of_any_size_tell_the_same_records_and_findings_as_the_whole(string feed, string form, string encoding)
    {
        var module = XprModule.Of(feed);
        var file = Encode(Form(form, module), encoding);
        var whole = Judge(module, file);
        Assert.NotEmpty(whole);

        for (var size = 1; size <= whole.Count + 1; size++)
        {
            var told = new List<string>();
            foreach (var (chunk, bytes) in Cut(module, file, size))
            {
                Assert.Equal(bytes.Length, chunk.Bytes);
                Assert.Equal(told.Count + 1, chunk.FirstOrdinal);
                var part = Judge(module, bytes, chunk);
                Assert.Equal(part.Count, chunk.Records);
                told.AddRange(part);
            }

            Assert.Equal(whole, told);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void WriteSlice_slices_and_the_rest_give_the_file_back(string feed, string form, string encoding)
    {
        var module = XprModule.Of(feed);
        var file = Encode(Form(form, module), encoding);
        var mark = encoding == "utf-8 with mark" ? 3 : 0;
        var slices = new ArrayBufferWriter<byte>();
        using var source = SourceContent.Open(new MemoryStream(file), Limits);
        using var reader = module.Find().Open(source, Limits);
        while (reader.Read())
        {
            reader.WriteSlice(slices);
            var record = new ArrayBufferWriter<byte>();
            reader.WriteRecord(record);
            Assert.True(slices.WrittenSpan.EndsWith(record.WrittenSpan));
            Assert.StartsWith("<", Encoding.Latin1.GetString(record.WrittenSpan), StringComparison.Ordinal);
            Assert.EndsWith(">", Encoding.Latin1.GetString(record.WrittenSpan), StringComparison.Ordinal);
        }

        Assert.True(file.AsSpan(mark).StartsWith(slices.WrittenSpan));
        Assert.Equal(-1, file.AsSpan(mark + slices.WrittenCount).IndexOf("<Notifikasjon"u8));
    }

    [Fact]
    public void Next_chunk_is_full_when_it_has_the_bytes()
    {
        var file = Encode(Form("plain", CareEventDocument.Module), "utf-8");
        var chunks = Cut(CareEventDocument.Module, file, ChunkCutter.UsualRecords, maxBytes: 1);

        Assert.All(chunks, pair => Assert.Equal(1, pair.Chunk.Records));
        Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(pair => pair.Chunk.Index));
    }

    [Fact]
    public void Next_file_without_records_has_no_chunks() =>
        Assert.Empty(Cut(CareEventDocument.Module, Encoding.UTF8.GetBytes(new CareEventDocument().ToString()), 10));

    [Fact]
    public void Next_tells_each_record_once_in_order()
    {
        var ordinals = new List<long>();
        Cut(CareEventDocument.Module, Encode(Form("plain", CareEventDocument.Module), "utf-8"), 2, read: record => ordinals.Add(record.Ordinal));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], ordinals);
    }

    [Fact]
    public void Next_after_a_fault_gives_what_stood_before_it()
    {
        var text = Form("plain", CareEventDocument.Module);
        var cut = text[..text.LastIndexOf("</Notifikasjon>", StringComparison.Ordinal)];
        var chunks = Cut(CareEventDocument.Module, Encoding.UTF8.GetBytes(cut), 4);

        Assert.Equal([4, 2], chunks.Select(pair => pair.Chunk.Records));
        Assert.Equal(2, Judge(CareEventDocument.Module, chunks[1].Bytes, chunks[1].Chunk).Count);
    }

    private static List<(Chunk Chunk, byte[] Bytes)> Cut(
        XprModule module, byte[] file, int maxRecords, long maxBytes = ChunkCutter.UsualBytes, Action<FeedRecord>? read = null)
    {
        using var source = SourceContent.Open(new MemoryStream(file), Limits);
        using var reader = module.Find().Open(source, Limits);
        var cutter = new ChunkCutter(reader, maxRecords, maxBytes);
        var chunks = new List<(Chunk, byte[])>();
        var target = new ArrayBufferWriter<byte>();
        while (cutter.Next(target, read) is { } chunk)
        {
            chunks.Add((chunk, target.WrittenSpan.ToArray()));
            target.Clear();
        }

        Assert.Equal(0, target.WrittenCount);
        return chunks;
    }

    // One text a record: its values and what the rules say of it, with places as in the whole file.
    private static List<string> Judge(XprModule module, byte[] file, Chunk? chunk = null)
    {
        var context = new FileContext(CareEventDocument.ReceivedAt, new RuleSettings()) { Sender = "0301" };
        var feed = module.Find();
        using var source = SourceContent.Open(new MemoryStream(file), Limits);
        using var reader = feed.Open(source, Limits);
        var judge = feed.JudgeRecords(context, new NoFacts());
        var told = new List<string>();
        while (reader.Read())
        {
            var record = reader.Record;
            var original = new ArrayBufferWriter<byte>();
            reader.WriteRecord(original);
            var findings = judge.Judge(record).Findings.Select(finding =>
                $"{finding.Rule} {finding.Ordinal + (chunk?.OrdinalOffset ?? 0)} {finding.Line + (chunk?.LineOffset ?? 0)} {finding.RecordId} {finding.Field} {finding.Message}");
            told.Add($"{record.Ordinal + (chunk?.OrdinalOffset ?? 0)} {record.Line + (chunk?.LineOffset ?? 0)} {record.Message + (chunk?.MessageOffset ?? 0)} "
                + $"{record.RecordId} {record.ContentHash()} {Convert.ToHexString(original.WrittenSpan)}: {string.Join("; ", findings)}");
        }

        Assert.Null(reader.Fatal);
        return told;
    }

    private static string Form(string form, XprModule module)
    {
        var document = new XprDocument(module);
        var local = module.LocalNumber.Split('=')[0];
        for (var i = 0; i < 7; i++)
        {
            document.Add(form switch
            {
                "between" => text => $"<!-- Før post {i} & <Notifikasjon> ikke lukket -->\n<?ut <Notifikasjon?>{text}<!-- - > -->",
                "angle brackets" => text => text.Replace($"{module.Key}=\"", $"{module.Key}=\"a>b/>'</Notifikasjon>' æøå ".Replace("<", "&lt;", StringComparison.Ordinal), StringComparison.Ordinal),
                "faults" when i % 2 == 1 => text => text.Replace("typeID=\"1\"", "typeID=\"77\"", StringComparison.Ordinal).Replace($"<{module.Person}", $"\n<!-- ø -->\n<{module.Person}", StringComparison.Ordinal),
                "faults" when i % 3 == 0 => text => text.Replace("2026-02-28", "2026-02-30", StringComparison.Ordinal),
                "empty records" when i % 2 == 0 => _ => "<Notifikasjon/>",
                "empty records" => _ => "<Notifikasjon notifikasjonLopeNr='>'\n />",
                _ => text => text.Replace($"{local}=\"B", $"{local}=\"Bærøy ", StringComparison.Ordinal),
            });
        }

        if (form == "faults")
        {
            document.Root = document.Root.Replace("leverandor=\"Leverandør\"", "leverandor='Leverandør \"> én'\n\tlokalident = \"a\n b\"", StringComparison.Ordinal);
        }

        var text = document.ToString();
        return form switch
        {
            "crlf" => text.ReplaceLineEndings("\r\n"),
            "carriage returns" => text.ReplaceLineEndings("\r"),
            "one line" => text.ReplaceLineEndings(" "),
            "prefix" => text.Replace("xmlns=", "xmlns:i=", StringComparison.Ordinal).Replace("</", "</i:", StringComparison.Ordinal)
                .Replace("<", "<i:", StringComparison.Ordinal).Replace("<i:/i:", "</i:", StringComparison.Ordinal).Replace("<i:?", "<?", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "iso-8859-1" => Encoding.Latin1.GetBytes(text.Replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", StringComparison.Ordinal)),
        "utf-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };

    private sealed class NoFacts : IFactSink
    {
        public void Add(in Fact fact)
        {
        }
    }
}
