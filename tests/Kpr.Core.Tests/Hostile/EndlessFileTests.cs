using System.IO.Compression;
using System.Text;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Tests.Xpr;

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

    public static TheoryData<string> Feeds => [.. XprModule.Feeds];

    public static IEnumerable<object[]> Endless => XprModule.Each(EndlessRows);

    public static IEnumerable<object[]> Repeated => XprModule.Each(RepeatedRows);

    public static IEnumerable<object[]> Names => XprModule.Each(NameRows);

    // A plus stands for the head of a file.
    private static TheoryData<string, string> EndlessRows => new()
    {
        { "text", "+" },
        { "text in a record", "+<Notifikasjon>" },
        { "attribute", "+<Notifikasjon notifikasjonTid=\"" },
        { "name", "+<" },
        { "attribute name", "+<Notifikasjon " },
        { "comment", "+<!--" },
        { "CDATA", "+<![CDATA[" },
        { "processing instruction", "+<?a " },
        { "comment before the root", "<!--" },
        { "declaration", "<?xml version=\"1.0\" encoding=\"" },
        { "DTD", "<!DOCTYPE a [<!ENTITY b \"" },
        { "blanks in a tag", "+<Notifikasjon" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_gigabyte_of_one_token_is_left_unread(string feed, string token, string head)
    {
        head = head.Replace("+", Start(feed), StringComparison.Ordinal);
        var filler = Encoding.ASCII.GetBytes(new string(token.StartsWith("blanks", StringComparison.Ordinal) ? ' ' : 'a', Block));
        using var stream = new RepeatingStream(Encoding.UTF8.GetBytes(head), _ => filler, Gigabyte / Block, []);

        Assert.Contains(ReadAll(feed, stream), (string[])["F19", "F01"]);
        Assert.InRange(stream.Taken, 1, Bound);
    }

    private static TheoryData<string, string> RepeatedRows => new()
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
    public void A_gigabyte_of_the_same_between_records_is_left_unread(string feed, string piece, string rule)
    {
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, Block / piece.Length)));
        using var stream = new RepeatingStream(Encoding.UTF8.GetBytes(Start(feed)), _ => block, Gigabyte / block.Length, []);

        Assert.Equal(rule, ReadAll(feed, stream));
        Assert.InRange(stream.Taken, 1, Bound);
    }

    private static TheoryData<string> NameRows =>
    [
        "<{0}/>",
        "<Ukjent><{0}/></Ukjent>",
        "<Kontaktperson {0}=\"1\"/>",
        "<Notifikasjon><Ukjent><{0}/></Ukjent></Notifikasjon>",
        "<Notifikasjon {0}=\"1\"/>",
        "<Notifikasjon xmlns:{0}=\"urn:{0}\"/>",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_without_end_stop_the_reading(string feed, string form)
    {
        var text = CompositeFormat.Parse(form);
        using var stream = new RepeatingStream(
            Encoding.UTF8.GetBytes(Start(feed)), number => Encoding.ASCII.GetBytes(string.Format(null, text, $"n{number}")), 100_000_000, []);

        Assert.Equal("F19", ReadAll(feed, stream));
        Assert.InRange(stream.Taken, 1, Bound);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_file_of_many_records_is_read_whatever_its_length(string feed)
    {
        const int Records = 20_000;
        using var stream = new RepeatingStream(
            Encoding.UTF8.GetBytes(Start(feed)), number => Encoding.UTF8.GetBytes(XprModule.Of(feed).Notification((int)number + 1)), Records, "</Melding>"u8.ToArray());
        using var source = SourceContent.Open(stream, new SourceLimits());
        using var reader = XprModule.Of(feed).Find().Open(source, new SourceLimits());
        while (reader.Read())
        {
            Assert.Empty(reader.Record.Faults);
        }

        Assert.Null(reader.Fatal);
        Assert.Equal(Records, reader.Records);
    }

    [Theory]
    [InlineData("care-events", 1)]
    [InlineData("care-events", 2)]
    [InlineData("school-health", 1)]
    [InlineData("school-health", 2)]
    public void A_bomb_is_not_inflated(string feed, int layers)
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', Block));
        using var file = new RepeatingStream(Encoding.UTF8.GetBytes(Start(feed)), _ => blanks, (3 << 20) / Block, []);
        var bomb = Pack(file);
        for (var layer = 1; layer < layers; layer++)
        {
            bomb = Pack(new MemoryStream(bomb));
        }

        var receipt = XprDocument.JudgeFile(XprModule.Of(feed), bomb, limits: new SourceLimits { RatioFloorBytes = 1 << 20 });

        Assert.Equal(layers == 1 ? "F19" : "F01", Assert.Single(receipt.Findings).Rule);
        Assert.Equal(bomb.Length, receipt.File.Bytes);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_bomb_of_short_lines_is_stopped_by_its_ratio(string feed)
    {
        var line = Encoding.UTF8.GetBytes(XprModule.Of(feed).Notification(1));
        using var records = new RepeatingStream(Encoding.UTF8.GetBytes(Start(feed)), _ => line, 4_000, "</Melding>"u8.ToArray());
        var limits = new SourceLimits { RatioFloorBytes = 1 << 20, MaxInflationRatio = 50 };

        var receipt = XprDocument.JudgeFile(XprModule.Of(feed), Pack(records), limits: limits);

        Assert.Equal("F19", Assert.Single(receipt.Findings).Rule);
        Assert.Contains("50 ganger", receipt.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_packed_file_beyond_the_longest_is_stopped(string feed)
    {
        using var records = new RepeatingStream(Encoding.UTF8.GetBytes(Start(feed)), _ => Encoding.UTF8.GetBytes(XprModule.Of(feed).Notification(1)), 4_000, "</Melding>"u8.ToArray());

        var receipt = XprDocument.JudgeFile(XprModule.Of(feed), Pack(records), limits: new SourceLimits { MaxInflatedBytes = 1 << 20 });

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

    private static string Start(string feed) => $"<?xml version=\"1.0\"?>\n{XprModule.Of(feed).Root}\n";

    private static string? ReadAll(string feed, Stream stream)
    {
        var limits = new SourceLimits();
        using var source = SourceContent.Open(stream, limits);
        try
        {
            using var reader = XprModule.Of(feed).Find().Open(source, limits);
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
