using System.IO.Compression;
using System.Text;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Hostile;

/// <summary>Files that are damaged, dishonest or hostile: each gets a receipt with the right rule, never an exception.</summary>
public sealed class BadFileTests
{
    private static readonly CareEventDocument Document = new CareEventDocument().Add().Add();
    private static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(Document.ToString());

    public static TheoryData<string, string, string> Texts => new()
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
    public void A_text_that_is_no_message_is_rejected_by_the_right_rule(string what, string text, string rule)
    {
        AssertRejected(Encoding.UTF8.GetBytes(text), rule, what);
    }

    public static TheoryData<string, string, string, string> Places => new()
    {
        { "undeclared entity", "brukerNr=\"B2\"", "brukerNr=\"&b;\"", "F01" },
        { "lone surrogate", "brukerNr=\"B2\"", "brukerNr=\"&#xD83D;\"", "F01" },
        { "control character", "brukerNr=\"B2\"", "brukerNr=\"\u0001\"", "F01" },
        { "control character by reference", "brukerNr=\"B2\"", "brukerNr=\"&#1;\"", "F01" },
        { "NUL by reference", "brukerNr=\"B2\"", "brukerNr=\"&#0;\"", "F01" },
        { "a character that is none", "brukerNr=\"B2\"", "brukerNr=\"\uFFFE\"", "F01" },
        { "replacement character", "brukerNr=\"B2\"", "brukerNr=\"B\uFFFD\"", "F23" },
        { "less-than in a value", "brukerNr=\"B2\"", "brukerNr=\"<\"", "F01" },
        { "a reference beyond Unicode", "brukerNr=\"B2\"", "brukerNr=\"&#x99999999999;\"", "F01" },
        { "xinclude", "<Bruker", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/><Bruker", "F18" },
        { "tags that cross", "</TjenesteStart>", "</Notifikasjon>", "F01" },
        { "equal attributes", "<Bruker", "<Bruker brukerNr=\"B\"", "F01" },
        { "equal attributes by namespace", "<Bruker", "<Bruker xmlns:a=\"urn:a\" xmlns:b=\"urn:a\" a:c=\"1\" b:c=\"1\"", "F01" },
        { "a DTD among the records", "<Notifikasjon", "<!DOCTYPE a><Notifikasjon", "F01" },
        { "a second declaration", "<Notifikasjon", "<?xml version=\"1.0\"?><Notifikasjon", "F01" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_fault_in_the_second_record_rejects_the_file(string what, string find, string put, string rule)
    {
        AssertRejected(
            Encoding.UTF8.GetBytes(new CareEventDocument().Add().Add(text => text.Replace(find, put, StringComparison.Ordinal)).Add().ToString()), rule, what);
    }

    [Fact]
    public void Encodings_that_lie_are_found_out()
    {
        var latin = new CareEventDocument { Declaration = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" }.Add().ToString();

        AssertRejected(Encoding.UTF8.GetBytes(latin), "F23");
        AssertRejected(Encoding.Latin1.GetBytes(Document.ToString()), "F23");
        AssertRejected(Encoding.Latin1.GetBytes(latin.Replace("Leverandør", "Leverandør \u0093\u0094", StringComparison.Ordinal)), "F23");
        AssertRejected(Encoding.Unicode.GetBytes(Document.ToString()), "F23");
        AssertRejected(Encoding.BigEndianUnicode.GetBytes(Document.ToString()), "F23");
        AssertRejected([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Document.ToString())], "F23");
        AssertRejected([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Document.ToString())], "F23");
        AssertRejected([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Document.ToString())], "F23");

        // Overlong and surrogate forms, and a sequence that the end of the file cuts off.
        AssertRejected([.. Utf8, 0xC0, 0x80], "F23");
        AssertRejected([.. Utf8, 0xED, 0xA0, 0x80], "F23");
        AssertRejected([.. Utf8, 0xC3], "F23");
        Assert.Equal(ReceiptStatus.Accepted, CareEventDocument.Judge(Encoding.Latin1.GetBytes(latin)).Status);
    }

    [Theory]
    [InlineData(30, "F18")]
    [InlineData(31, "F19")]
    [InlineData(100_000, "F19")]
    public void Nesting_beyond_the_limit_is_not_followed(int depth, string rule)
    {
        var nested = string.Concat(Enumerable.Repeat("<Ukjent>", depth)) + string.Concat(Enumerable.Repeat("</Ukjent>", depth));
        AssertRejected(Encoding.UTF8.GetBytes(new CareEventDocument().Add(text => text.Replace("<Bruker", nested + "<Bruker", StringComparison.Ordinal)).ToString()), rule);
    }

    [Fact]
    public void A_tag_with_a_hundred_thousand_attributes_is_rejected()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(number => $" a{number}=\"\""));
        AssertRejected(Encoding.UTF8.GetBytes(new CareEventDocument().Add(text => text.Replace("<Bruker", "<Bruker" + attributes, StringComparison.Ordinal)).ToString()), "F19");
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_rejected()
    {
        for (var length = 0; length < Utf8.Length; length++)
        {
            var receipt = CareEventDocument.Judge(Utf8[..length]);
            Assert.Equal(ReceiptStatus.Rejected, receipt.Status);
            Assert.Contains(Assert.Single(receipt.Findings).Rule, (string[])["F01", "F02", "F23"]);
        }
    }

    [Fact]
    public void A_packed_file_that_is_cut_off_anywhere_is_rejected()
    {
        var packed = Pack(Utf8);
        Assert.Equal(ReceiptStatus.Accepted, CareEventDocument.Judge(packed).Status);
        for (var length = 0; length < packed.Length; length++)
        {
            var receipt = CareEventDocument.Judge(packed[..length]);
            Assert.True(receipt.Status == ReceiptStatus.Rejected, $"{length} of {packed.Length} bytes are taken for the whole.");
            Assert.Equal("F01", Assert.Single(receipt.Findings).Rule);
            Assert.Equal(length, receipt.File.Bytes);
        }
    }

    [Fact]
    public void A_packed_file_with_any_bit_changed_is_rejected_or_says_the_same()
    {
        var packed = Pack(Utf8);
        var whole = CareEventDocument.Judge(packed);
        for (var at = 0; at < packed.Length; at++)
        {
            var changed = packed.ToArray();
            changed[at] ^= 1;
            var receipt = CareEventDocument.Judge(changed);
            Assert.True(receipt.Status == ReceiptStatus.Rejected || receipt.Counts == whole.Counts, $"Bit of byte {at}.");
        }
    }

    [Fact]
    public void Packed_files_may_have_several_members_and_nothing_else()
    {
        byte[] two = [.. Pack(Utf8[..100]), .. Pack(Utf8[100..])];
        Assert.Equal(ReceiptStatus.Accepted, CareEventDocument.Judge(two).Status);

        AssertRejected([.. Pack(Utf8), 1, 2, 3], "F01");
        AssertRejected([.. Pack(Utf8), .. new byte[512]], "F01");
        AssertRejected([.. Pack(Utf8), .. Utf8], "F01");
        AssertRejected([.. Pack(Utf8), .. Pack(Utf8)], "F01");
        AssertRejected(Pack(Pack(Utf8)), "F01");
        AssertRejected(Pack([]), "F01");
        AssertRejected([0x1F, 0x8B], "F01");
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

    private static void AssertRejected(byte[] file, string rule, string what = "")
    {
        var receipt = CareEventDocument.Judge(file);

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
