using System.IO.Compression;
using System.Text;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Hostile;

/// <summary>Files that are damaged, dishonest or hostile: each gets a receipt with the right rule, never an exception.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string> Feeds => [.. XprModule.Feeds];

    public static IEnumerable<object[]> Texts => XprModule.Each(TextRows);

    public static IEnumerable<object[]> Places => XprModule.Each(PlaceRows);

    private static TheoryData<string, string, string> TextRows => new()
    {
        { "DTD", "<!DOCTYPE Melding SYSTEM \"http://127.0.0.1:9/a.dtd\"><Melding/>", "F19" },
        { "internal entity", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "F19" },
        { "external entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>", "F19" },
        { "parameter entity", "<!DOCTYPE a [<!ENTITY % b SYSTEM \"file:///etc/hostname\"> %b;]><a/>", "F19" },
        { "laughs", "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]><a>&d;</a>", "F19" },
        { "DTD far down", $"<!--{new string('a', 4_083)}--><!DOCTYPE a><a/>", "F19" },
        { "DTD behind a comment that fills the first block", $"<!--{new string('a', 70_000)}--><!DOCTYPE a><a/>", "F19" },
        { "undeclared entity", "<a>&b;</a>", "F02" },
        { "xinclude", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>", "F02" },
        { "stylesheet", "<?xml-stylesheet href=\"http://127.0.0.1:9/a.xsl\"?><a/>", "F02" },
        { "two roots", "<a/><b/>", "F02" },
        { "text before the root", "\uFEFF \uFEFF<a/>", "F01" },
        { "declaration not first", " <?xml version=\"1.0\"?><a/>", "F01" },
        { "XML 1.1", "<?xml version=\"1.1\"?><a/>", "F01" },
        { "two equal attributes", "<a b=\"1\" b=\"2\"/>", "F01" },
        { "undeclared prefix", "<a:b/>", "F01" },
        { "lone surrogate", "<a>&#xD800;</a>", "F02" },
        { "nothing but a mark", "\uFEFF", "F01" },
        { "blanks", " \r\n\t", "F01" },
        { "NUL bytes", "\0\0\0\0", "F01" },
        { "NUL in a tag", "<a\0/>", "F01" },
        { "UTF-7", "<?xml version=\"1.0\" encoding=\"utf-7\"?><a/>", "F23" },
        { "UTF-16 that is UTF-8", "<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>", "F23" },
        { "Windows-1252", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a/>", "F23" },
        { "mark and another declaration", "\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "F23" },
        { "an encoding that is no name", "<?xml version=\"1.0\" encoding=\"<script>alert(1)</script>\"?><a/>", "F23" },
        { "JSON", "{\"a\":1}", "F01" },
        { "prose", "Hei", "F01" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_is_no_message_is_rejected_by_the_right_rule(string feed, string what, string text, string rule)
    {
        AssertRejected(feed, Encoding.UTF8.GetBytes(text), rule, what);
    }

    private static TheoryData<string, string, string, string> PlaceRows => new()
    {
        { "undeclared entity", "{local}=\"B2\"", "{local}=\"&b;\"", "F01" },
        { "lone surrogate", "{local}=\"B2\"", "{local}=\"&#xD83D;\"", "F01" },
        { "control character", "{local}=\"B2\"", "{local}=\"\u0001\"", "F01" },
        { "control character by reference", "{local}=\"B2\"", "{local}=\"&#1;\"", "F01" },
        { "NUL by reference", "{local}=\"B2\"", "{local}=\"&#0;\"", "F01" },
        { "a character that is none", "{local}=\"B2\"", "{local}=\"\uFFFE\"", "F01" },
        { "replacement character", "{local}=\"B2\"", "{local}=\"B\uFFFD\"", "F23" },
        { "less-than in a value", "{local}=\"B2\"", "{local}=\"<\"", "F01" },
        { "a reference beyond Unicode", "{local}=\"B2\"", "{local}=\"&#x99999999999;\"", "F01" },
        { "xinclude", "<{person}", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/><{person}", "F18" },
        { "tags that cross", "</{event}>", "</Notifikasjon>", "F01" },
        { "equal attributes", "<{person}", "<{person} {local}=\"B\"", "F01" },
        { "equal attributes by namespace", "<{person}", "<{person} xmlns:a=\"urn:a\" xmlns:b=\"urn:a\" a:c=\"1\" b:c=\"1\"", "F01" },
        { "a DTD among the records", "<Notifikasjon", "<!DOCTYPE a><Notifikasjon", "F01" },
        { "a second declaration", "<Notifikasjon", "<?xml version=\"1.0\"?><Notifikasjon", "F01" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_fault_in_the_second_record_rejects_the_file(string feed, string what, string find, string put, string rule)
    {
        var module = XprModule.Of(feed);
        string Own(string text) => text.Replace("{local}", module.LocalNumber.Split('=')[0], StringComparison.Ordinal)
            .Replace("{person}", module.Person, StringComparison.Ordinal).Replace("{event}", module.Event, StringComparison.Ordinal);

        AssertRejected(
            feed,
            Encoding.UTF8.GetBytes(new XprDocument(module).Add().Add(text => text.Replace(Own(find), Own(put), StringComparison.Ordinal)).Add().ToString()), rule, what);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Encodings_that_lie_are_found_out(string feed)
    {
        var document = Written(feed);
        var utf8 = Utf8(feed);
        var latin = new XprDocument(XprModule.Of(feed)) { Declaration = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" }.Add().ToString();

        AssertRejected(feed, Encoding.UTF8.GetBytes(latin), "F23");
        AssertRejected(feed, Encoding.Latin1.GetBytes(document), "F23");
        AssertRejected(feed, Encoding.Latin1.GetBytes(latin.Replace("Leverandør", "Leverandør \u0093\u0094", StringComparison.Ordinal)), "F23");
        AssertRejected(feed, Encoding.Unicode.GetBytes(document), "F23");
        AssertRejected(feed, Encoding.BigEndianUnicode.GetBytes(document), "F23");
        AssertRejected(feed, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(document)], "F23");
        AssertRejected(feed, [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(document)], "F23");
        AssertRejected(feed, [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(document)], "F23");

        // Overlong and surrogate forms, and a sequence that the end of the file cuts off.
        AssertRejected(feed, [.. utf8, 0xC0, 0x80], "F23");
        AssertRejected(feed, [.. utf8, 0xED, 0xA0, 0x80], "F23");
        AssertRejected(feed, [.. utf8, 0xC3], "F23");
        Assert.Equal(ReceiptStatus.Accepted, Judge(feed, Encoding.Latin1.GetBytes(latin)).Status);
    }

    [Theory]
    [InlineData("care-events", 30, "F18")]
    [InlineData("care-events", 31, "F19")]
    [InlineData("care-events", 100_000, "F19")]
    [InlineData("school-health", 30, "F18")]
    [InlineData("school-health", 31, "F19")]
    [InlineData("school-health", 100_000, "F19")]
    public void Nesting_beyond_the_limit_is_not_followed(string feed, int depth, string rule)
    {
        var nested = string.Concat(Enumerable.Repeat("<Ukjent>", depth)) + string.Concat(Enumerable.Repeat("</Ukjent>", depth));
        AssertRejected(feed, Encoding.UTF8.GetBytes(InPerson(feed, nested + "<", "").ToString()), rule);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_tag_with_a_hundred_thousand_attributes_is_rejected(string feed)
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(number => $" a{number}=\"\""));
        AssertRejected(feed, Encoding.UTF8.GetBytes(InPerson(feed, "<", attributes).ToString()), "F19");
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_file_that_is_cut_off_anywhere_is_rejected(string feed)
    {
        var utf8 = Utf8(feed);
        for (var length = 0; length < utf8.Length; length++)
        {
            var receipt = Judge(feed, utf8[..length]);
            Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
            Assert.Contains(Assert.Single(receipt.Findings).Rule, (string[])["F01", "F02", "F23"]);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_packed_file_that_is_cut_off_anywhere_is_rejected(string feed)
    {
        var utf8 = Utf8(feed);
        var packed = Pack(utf8);
        Assert.Equal(ReceiptStatus.Accepted, Judge(feed, packed).Status);
        for (var length = 0; length < packed.Length; length++)
        {
            var receipt = Judge(feed, packed[..length]);
            Assert.True(receipt.Status == ReceiptStatus.Rejected, $"{length} of {packed.Length} bytes are taken for the whole.");
            Assert.Equal("F01", Assert.Single(receipt.Findings).Rule);
            Assert.Equal(length, receipt.File.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_packed_file_with_any_bit_changed_is_rejected_or_says_the_same(string feed)
    {
        var utf8 = Utf8(feed);
        var packed = Pack(utf8);
        var whole = Judge(feed, packed);
        for (var at = 0; at < packed.Length; at++)
        {
            var changed = packed.ToArray();
            changed[at] ^= 1;
            var receipt = Judge(feed, changed);
            Assert.True(receipt.Status == ReceiptStatus.Rejected || receipt.Counts == whole.Counts, $"Bit of byte {at}.");
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Packed_files_may_have_several_members_and_nothing_else(string feed)
    {
        var utf8 = Utf8(feed);
        byte[] two = [.. Pack(utf8[..100]), .. Pack(utf8[100..])];
        Assert.Equal(ReceiptStatus.Accepted, Judge(feed, two).Status);

        AssertRejected(feed, [.. Pack(utf8), 1, 2, 3], "F01");
        AssertRejected(feed, [.. Pack(utf8), .. new byte[512]], "F01");
        AssertRejected(feed, [.. Pack(utf8), .. utf8], "F01");
        AssertRejected(feed, [.. Pack(utf8), .. Pack(utf8)], "F01");
        AssertRejected(feed, Pack(Pack(utf8)), "F01");
        AssertRejected(feed, Pack([]), "F01");
        AssertRejected(feed, [0x1F, 0x8B], "F01");
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static string Written(string feed) => new XprDocument(XprModule.Of(feed)).Add().Add().ToString();

    private static byte[] Utf8(string feed) => Encoding.UTF8.GetBytes(Written(feed));

    private static XprDocument InPerson(string feed, string before, string behind)
    {
        var module = XprModule.Of(feed);
        return new XprDocument(module).Add(text => text.Replace($"<{module.Person}", before + module.Person + behind, StringComparison.Ordinal));
    }

    private static Receipt Judge(string feed, byte[] file) => XprDocument.JudgeFile(XprModule.Of(feed), file);

    private static void AssertRejected(string feed, byte[] file, string rule, string what = "")
    {
        var receipt = Judge(feed, file);

        Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
        Assert.Equal(0, receipt.Counts.Accepted);
        Assert.Equal(receipt.Counts.Read, receipt.Counts.Rejected);
        Assert.Equal(file.Length, receipt.File.Bytes);
        var finding = receipt.Findings[0];
        Assert.True(rule == finding.Rule, $"{what} is rejected by {finding.Rule}: {finding.Message}");
        Assert.DoesNotContain("script", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hostname", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
    }
}
