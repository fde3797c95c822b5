using System.IO.Compression;
using System.Text;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Hostile;

/// <summary>
/// Files of a gigabyte and more that would fill the memory if they were read to the end: the reader must stop
/// within a few megabytes, and say why.
/// </summary>
public sealed class EndlessFileTests
{
    private const long Gigabyte = 1L << 30;
    private const int Block = 1 << 16;

    // What the reader may have taken when it stops: the longest record, and what lies in buffers.
    private const long Bound = 6L << 20;

    private static readonly string Start = $"<?xml version=\"1.0\"?>\n{new CareEventDocument().Root}\n";

    public static TheoryData<string, string> Endless => new()
    {
        { "text", Start },
        { "text in a record", $"{Start}<Notifikasjon>" },
        { "attribute", $"{Start}<Notifikasjon notifikasjonTid=\"" },
        { "name", $"{Start}<" },
        { "attribute name", $"{Start}<Notifikasjon " },
        { "comment", $"{Start}<!--" },
        { "CDATA", $"{Start}<![CDATA[" },
        { "processing instruction", $"{Start}<?a " },
        { "comment before the root", "<!--" },
        { "declaration", "<?xml version=\"1.0\" encoding=\"" },
        { "DTD", "<!DOCTYPE a [<!ENTITY b \"" },
        { "blanks in a tag", $"{Start}<Notifikasjon" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_gigabyte_of_one_token_is_left_unread(string token, string head)
    {
        var filler = Encoding.ASCII.GetBytes(new string(token.StartsWith("blanks", StringComparison.Ordinal) ? ' ' : 'a', Block));
        using var stream = new RepeatingStream(Encoding.UTF8.GetBytes(head), _ => filler, Gigabyte / Block, []);

        Assert.Contains(ReadAll(stream), (string[])["F19", "F01"]);
        Assert.InRange(stream.Taken, 1, Bound);
    }

    public static TheoryData<string, string> Repeated => new()
    {
        { "<!-- a -->", "F19" },
        { "<?a b?>", "F19" },
        { "\n", "F19" },
        { "<Kontaktperson kontPerson=\"A\" meldEpost1=\"a@b.no\" typeKontaktperson=\"16\"/>", "F19" },
        { "<Kommune kommuneNr=\"0301\"/>", "F19" },
        { "<Ukjent/>", "F19" },
        { "<Ukjent>", "F19" },
        { "&#65;", "F19" },
        { "&lt;", "F19" },
        { "&a;", "F01" },
        { "<![CDATA[a]]>", "F19" },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_gigabyte_of_the_same_between_records_is_left_unread(string piece, string rule)
    {
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, Block / piece.Length)));
        using var stream = new RepeatingStream(Encoding.UTF8.GetBytes(Start), _ => block, Gigabyte / block.Length, []);

        Assert.Equal(rule, ReadAll(stream));
        Assert.InRange(stream.Taken, 1, Bound);
    }

    [Theory]
    [InlineData("<{0}/>")]
    [InlineData("<Ukjent><{0}/></Ukjent>")]
    [InlineData("<Kontaktperson {0}=\"1\"/>")]
    [InlineData("<Notifikasjon><Ukjent><{0}/></Ukjent></Notifikasjon>")]
    [InlineData("<Notifikasjon {0}=\"1\"/>")]
    [InlineData("<Notifikasjon xmlns:{0}=\"urn:{0}\"/>")]
    public void Names_without_end_stop_the_reading(string form)
    {
        var text = CompositeFormat.Parse(form);
        using var stream = new RepeatingStream(
            Encoding.UTF8.GetBytes(Start), number => Encoding.ASCII.GetBytes(string.Format(null, text, $"n{number}")), 100_000_000, []);

        Assert.Equal("F19", ReadAll(stream));
        Assert.InRange(stream.Taken, 1, Bound);
    }

    [Fact]
    public void A_file_of_many_records_is_read_whatever_its_length()
    {
        const int Records = 20_000;
        using var stream = new RepeatingStream(
            Encoding.UTF8.GetBytes(Start), number => Encoding.UTF8.GetBytes(CareEventDocument.Notification((int)number + 1)), Records, "</Melding>"u8.ToArray());
        using var source = SourceContent.Open(stream, new SourceLimits());
        using var reader = new CareEventReader(source, new SourceLimits());
        while (reader.Read())
        {
            Assert.Empty(reader.Record.Faults);
        }

        Assert.Null(reader.Fatal);
        Assert.Equal(Records, reader.Records);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_bomb_is_not_inflated(int layers)
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', Block));
        using var file = new RepeatingStream(Encoding.UTF8.GetBytes(Start), _ => blanks, (3 << 20) / Block, []);
        var bomb = Pack(file);
        for (var layer = 1; layer < layers; layer++)
        {
            bomb = Pack(new MemoryStream(bomb));
        }

        var receipt = CareEventDocument.Judge(bomb, limits: new SourceLimits { RatioFloorBytes = 1 << 20 });

        Assert.Equal(layers == 1 ? "F19" : "F01", Assert.Single(receipt.Findings).Rule);
        Assert.Equal(bomb.Length, receipt.File.Bytes);
    }

    [Fact]
    public void A_bomb_of_short_lines_is_stopped_by_its_ratio()
    {
        var line = Encoding.UTF8.GetBytes(CareEventDocument.Notification(1));
        using var records = new RepeatingStream(Encoding.UTF8.GetBytes(Start), _ => line, 4_000, "</Melding>"u8.ToArray());
        var limits = new SourceLimits { RatioFloorBytes = 1 << 20, MaxInflationRatio = 50 };

        var receipt = CareEventDocument.Judge(Pack(records), limits: limits);

        Assert.Equal("F19", Assert.Single(receipt.Findings).Rule);
        Assert.Contains("50 ganger", receipt.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_beyond_the_longest_is_stopped()
    {
        using var records = new RepeatingStream(Encoding.UTF8.GetBytes(Start), _ => Encoding.UTF8.GetBytes(CareEventDocument.Notification(1)), 4_000, "</Melding>"u8.ToArray());

        var receipt = CareEventDocument.Judge(Pack(records), limits: new SourceLimits { MaxInflatedBytes = 1 << 20 });

        Assert.Equal("F19", Assert.Single(receipt.Findings).Rule);
    }

    private static byte[] Pack(Stream content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            content.CopyTo(gzip);
        }

        return packed.ToArray();
    }

    private static string? ReadAll(Stream stream)
    {
        var limits = new SourceLimits();
        using var source = SourceContent.Open(stream, limits);
        try
        {
            using var reader = new CareEventReader(source, limits);
            while (reader.Read())
            {
            }

            return reader.Fatal?.Rule.Id;
        }
        catch (SourceFaultException fault)
        {
            return fault.Fault.Rule.Id;
        }
    }
}
