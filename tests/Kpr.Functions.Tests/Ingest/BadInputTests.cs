using System.IO.Compression;
using System.Text;
using Azure;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Xpr;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Whatever a sender uploads ends in a receipt or in a logged refusal, and leaves nothing half done.</summary>
public sealed class BadInputTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    [Theory]
    [InlineData("hendelser.xml")]
    [InlineData("care-events/0301")]
    [InlineData("unknown-feed/0301/hendelser.xml")]
    [InlineData("care-events/oslo/hendelser.xml")]
    [InlineData("care-events/03 01/hendelser.xml")]
    [InlineData("care-events/٠٣٠١/hendelser.xml")]
    [InlineData("care-events//hendelser.xml")]
    public async Task A_file_that_nobody_can_be_answered_for_is_refused_and_kept(string name)
    {
        await using var test = await TestSystem.StartAsync();
        var content = Encoding.UTF8.GetBytes(new CareEventDocument().Add().ToString());
        var file = await test.UploadAsync(name, content);
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal(FileState.Refused, (await test.RowAsync(file)).State);
        Assert.Single(test.Logs.All, line => line.Text.Contains("[1004]", StringComparison.Ordinal));
        Assert.Empty(await test.ListAsync(Containers.Receipts));
        Assert.Equal(content, await test.OpenAsync(Containers.Quarantine, Assert.Single(await test.ListAsync(Containers.Quarantine))));
    }

    /// <summary>The service lists such names encoded; Azurite cannot list them, and must not hide the others behind them.</summary>
    [Fact]
    public async Task A_name_with_a_control_character_stops_nobody_elses_file_and_is_answered_when_it_is_told_of()
    {
        await using var test = await TestSystem.StartAsync();
        var odd = await test.UploadAsync("care-events/0301/odd\u0001.xml", new CareEventDocument().Add().ToString());
        await test.UploadAsync("care-events/4601/even.xml", new CareEventDocument { Municipality = "<Kommune kommuneNr=\"4601\"/>" }.Add().ToString());
        await test.SettleAsync();

        Assert.Equal(1, (await test.ReceiptAsync("care-events/4601/")).Counts.Accepted);
        Assert.Contains(test.Logs.All, line => line.Text.Contains("[7030]", StringComparison.Ordinal));

        await test.Get<MessageBus>().SendAsync(Queues.FileArrived, MessageBus.Message("told", BlobCreatedEvent.Of(odd), IngestJson.Default.BlobCreatedEvent), default);
        await test.SettleAsync();
        Assert.Equal("odd_.xml", (await test.ReceiptAsync("care-events/0301/")).File.Name);
        await test.AssertTidyAsync();
    }

    [Fact]
    public async Task The_inbox_is_reconciled_around_a_name_that_cannot_be_listed()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        await test.UploadAsync("care-events/0301/odd\u0001.xml", "x");
        var even = await test.UploadAsync("care-events/4601/even.xml", "x");
        test.Clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<RequestFailedException>(() => test.Get<ReconcileInbox>().RunAsync(default));
        Assert.Contains(await test.MessagesAsync(), message => message.Id == $"{even.Key}-again-1");
    }

    // Storage takes such names as they are from those who do not go through a client library; the library resolves them.
    [Theory]
    [InlineData("care-events/0301/../../x.xml")]
    [InlineData("care-events/0301/..\\..\\x.xml")]
    [InlineData("care-events/0301/./x.xml")]
    [InlineData("care-events/0301/..")]
    public void A_name_that_leads_out_of_its_folder_is_refused(string name)
    {
        Assert.Null(new IncomingFile(name, "0x1").TryAddress(out var refusal));
        Assert.Equal("the name leads out of its folder", refusal);
    }

    [Theory]
    [InlineData("care-events/0301/a/b/c.xml", "c.xml")]
    [InlineData("care-events/0301/...", "...")]
    [InlineData("care-events/0301/hendelser æøå ☃ ⁄ 😀.xml", "hendelser æøå ☃ ⁄ __.xml")]
    [InlineData("care-events/0301/a\tb\u007fc\u0085d.xml", "a_b_c_d.xml")]
    [InlineData("care-events/0301/'\"<>&%2e%2e%2f?#;=.xml", "'\"<>&%2e%2e%2f?#;=.xml")]
    [InlineData("care-events/0301/pasient 17834200368.xml", "pasient ***********.xml")]
    public async Task A_file_with_any_name_is_answered(string name, string shown)
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync(name, new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var receipt = await test.ReceiptAsync("");
        Assert.Equal((ReceiptStatus.Accepted, shown), (receipt.Status, receipt.File.Name));
        Assert.All(await test.ListAsync(Containers.Receipts), blob => Assert.Matches(@"^care-events/0301/[A-Za-z0-9._-]+/[0-9a-f]{32}\.(json|txt|html|apprec\.xml|findings\.jsonl)$", blob));
    }

    [Fact]
    public async Task A_file_with_the_longest_name_there_is_is_answered()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-events/0301/" + new string('x', 1_024 - 17), new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal(new string('x', 200), (await test.ReceiptAsync("")).File.Name);
    }

    public static TheoryData<string, string, byte[], string, string> Contents()
    {
        var contents = new TheoryData<string, string, byte[], string, string>();
        foreach (var module in XprModule.All)
        {
            foreach (var (what, content, status, rule) in ContentsOf(module))
            {
                contents.Add(module.Feed, what, content, status, rule);
            }
        }

        return contents;
    }

    private static IReadOnlyList<(string What, byte[] Content, string Status, string Rule)> ContentsOf(XprModule module)
    {
        var clean = Encoding.UTF8.GetBytes(new XprDocument(module).Add().Add().Add().ToString());
        var latin = Encoding.Latin1.GetBytes(new XprDocument(module) { Declaration = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" }.Add().ToString());
        return
        [
            ("empty", [], "Rejected", "F01"),
            ("not XML", "hei"u8.ToArray(), "Rejected", "F01"),
            ("JSON", "{\"hendelser\":[]}"u8.ToArray(), "Rejected", "F01"),
            ("XML broken off", clean[..(clean.Length / 2)], "Rejected", "F01"),
            ("NUL bytes", new byte[100_000], "Rejected", "F01"),
            ("another document", "<html/>"u8.ToArray(), "Rejected", "F02"),
            ("a document type", Encoding.UTF8.GetBytes("<!DOCTYPE Melding [<!ENTITY a \"b\">]>\n" + new XprDocument(module) { Declaration = "" }.Add()), "Rejected", "F19"),
            ("gzip", Packed(clean), "Accepted", ""),
            ("gzip broken off", Packed(clean)[..^20], "Rejected", "F01"),
            ("gzip of nothing", Packed([]), "Rejected", "F01"),
            ("gzip bomb", Packed([.. clean, .. Encoding.UTF8.GetBytes(new string(' ', 3_000_000))]), "Rejected", "F19"),
            ("no records", Encoding.UTF8.GetBytes(new XprDocument(module).ToString()), "Accepted", ""),
            ("ISO-8859-1", latin, "Accepted", ""),
        ];
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task A_file_with_any_content_is_answered(string feed, string what, byte[] content, string status, string rule)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(
            ("Kpr:Ingest:ChunkRecords", "2"), ("Kpr:Limits:MaxInflatedBytes", "2000000"), ("Kpr:Limits:RatioFloorBytes", "100000")));
        var address = $"{feed}/0301/hendelser.xml";
        await test.UploadAsync(address, content);
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var receipt = await test.ReceiptAsync(address);
        Assert.Equal((what, status, rule), (what, $"{receipt.Status}", string.Join(' ', receipt.Rules.Keys)));
        Assert.Equal(content.Length, receipt.File.Bytes);
        if (receipt.Status == ReceiptStatus.Rejected)
        {
            var name = Assert.Single(await test.ListAsync(Containers.Quarantine), name => name.EndsWith("/file.sealed", StringComparison.Ordinal));
            Assert.Equal(content, await test.OpenAsync(Containers.Quarantine, name));
        }
    }

    [Theory]
    [InlineData("care-events")]
    [InlineData("school-health")]
    public async Task Records_beyond_a_chunk_are_all_stored(string feed)
    {
        var address = $"{feed}/0301/hendelser.xml";
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "7")));
        var document = new XprDocument(XprModule.Of(feed));
        for (var i = 0; i < 100; i++)
        {
            document.Add();
        }

        await test.UploadAsync(address, document.ToString());
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal(new ReceiptCounts(100, 100, 0, 0, 0), (await test.ReceiptAsync(address)).Counts);
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
