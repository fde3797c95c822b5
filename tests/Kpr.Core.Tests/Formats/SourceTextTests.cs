using System.Buffers;
using System.Text;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Formats;

/// <summary>Text, lines and original bytes stand for each other, however the file comes in.</summary>
public sealed class SourceTextTests
{
    private const int Seed = 8859;

    [Theory]
    [InlineData("\n", "utf-8")]
    [InlineData("\r\n", "utf-8")]
    [InlineData("\r", "utf-8")]
    [InlineData("mixed", "utf-8")]
    [InlineData("\r\n", "iso-8859-1")]
    [InlineData("mixed", "iso-8859-1")]
    public void A_file_that_comes_in_pieces_has_the_same_lines_and_bytes(string breaks, string encoding)
    {
        var random = new Random(Seed);
        var text = Document(random, breaks, encoding);
        var file = encoding == "utf-8" ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text);
        var records = text.Split("<Notifikasjon ").Skip(1).Select(part => "<Notifikasjon " + part[..(part.IndexOf("</Notifikasjon>", StringComparison.Ordinal) + 15)]).ToList();
        foreach (var longest in (int[])[1, 7, 4_096, 70_000])
        {
            var limits = new SourceLimits();
            using var source = SourceContent.Open(new PieceStream(file, random, longest), limits);
            using var reader = new CareEventReader(source, limits);
            var at = 0;
            while (reader.Read())
            {
                var record = records[(int)reader.Record.Ordinal - 1];
                at = text.IndexOf(record, at, StringComparison.Ordinal);
                var original = new ArrayBufferWriter<byte>();
                reader.WriteRecord(original);

                Assert.Equal(LineOf(text, at), reader.Record.Line);
                Assert.Equal(record, (encoding == "utf-8" ? Encoding.UTF8 : Encoding.Latin1).GetString(original.WrittenSpan));
                at += record.Length;
            }

            Assert.Null(reader.Fatal);
            Assert.Equal(records.Count, reader.Records);
        }
    }

    [Fact]
    public void Lines_beyond_what_the_XML_reader_counts_are_told()
    {
        var lines = new LineStarts();
        Assert.True(lines.CanCount(int.MaxValue - 1L));
        Assert.False(lines.CanCount(int.MaxValue));
        lines.Add(int.MaxValue);
        Assert.True(lines.CanCount(int.MaxValue));
    }

    private static int LineOf(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return 1 + before.Count('\n') + before.Count('\r') - before.Count("\r\n");
    }

    private static string Document(Random random, string breaks, string encoding)
    {
        var letters = encoding == "utf-8" ? "æ€😀" : "æøÅ";
        var document = new CareEventDocument { Declaration = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>" };
        for (var i = 0; i < 300; i++)
        {
            document.Add(text => text.Replace("brukerNr=\"B", $"brukerNr=\"{string.Concat(Enumerable.Repeat(letters, random.Next(12)))}", StringComparison.Ordinal));
        }

        var result = new StringBuilder();
        foreach (var c in document.ToString())
        {
            result.Append(c != '\n' ? c.ToString() : breaks != "mixed" ? breaks : random.Next(4) switch { 0 => "\n", 1 => "\r", 2 => "\r\n", _ => "\n\r" });
        }

        return result.ToString();
    }

    private sealed class PieceStream(byte[] file, Random random, int longest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(Math.Min(count, random.Next(1, longest + 1)), file.Length - _at);
            file.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
