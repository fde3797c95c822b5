using System.Net;
using System.Xml.Linq;
using Kpr.Core.Receipts.ApplicationReceipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Ingest;

public sealed class ReceiptPartsTests
{
    private static readonly XNamespace Ns = ApplicationReceipt.Namespace;

    [Fact]
    public async Task A_receipt_is_read_as_page_text_JSON_or_application_receipt()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-events/0301/Blåbær på Ærøy.xml", new CareEventDocument().Add().Add(text => text.Replace("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"T\"", StringComparison.Ordinal)).ToString());
        await test.SettleAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        var address = Assert.Single(await test.ListAsync(Containers.Receipts, "care-events/0301/"), name => name.EndsWith(".json", StringComparison.Ordinal))[..^".json".Length];

        using var page = await GetAsync(http, address, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Blåbær på Ærøy.xml", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(await page.Content.ReadAsStringAsync(), await http.GetStringAsync(new Uri($"api/files/{address}.html", UriKind.Relative)));

        foreach (var accept in (string[])["application/json", "*/*", "application/json, text/html;q=0.5"])
        {
            using var json = await GetAsync(http, address, accept);
            Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        }

        var application = XDocument.Parse(await http.GetStringAsync(new Uri($"api/files/{address}.apprec.xml", UriKind.Relative))).Root!;
        Assert.Equal("3", (string?)application.Element(Ns + "Status")!.Attribute("V"));
        Assert.Equal("KPR_IPL", (string?)application.Element(Ns + "OriginalMsgId")!.Element(Ns + "MsgType")!.Attribute("V"));
        Assert.Equal("Oslo kommune", application.Element(Ns + "Receiver")!.Descendants(Ns + "Name").Single().Value);
    }

    [Fact]
    public async Task The_same_file_again_is_answered_with_the_same_parts()
    {
        await using var test = await TestSystem.StartAsync();
        var content = new CareEventDocument().Add().ToString();
        await test.UploadAsync("care-events/0301/a.xml", content);
        await test.SettleAsync();
        await test.UploadAsync("care-events/0301/b.xml", content);
        await test.SettleAsync();

        foreach (var end in (string[])[".json", ".txt", ".html", ".apprec.xml", ".findings.jsonl"])
        {
            var first = Assert.Single(await test.ListAsync(Containers.Receipts, "care-events/0301/a.xml"), name => name.EndsWith(end, StringComparison.Ordinal));
            var again = Assert.Single(await test.ListAsync(Containers.Receipts, "care-events/0301/b.xml"), name => name.EndsWith(end, StringComparison.Ordinal));
            Assert.Equal(await test.ReadAsync(Containers.Receipts, first), await test.ReadAsync(Containers.Receipts, again));
        }
    }

    [Fact]
    public async Task A_receipt_from_before_there_were_pages_has_one_all_the_same_and_can_be_repeated()
    {
        await using var test = await TestSystem.StartAsync();
        var content = new CareEventDocument().Add().ToString();
        await test.UploadAsync("care-events/0301/a.xml", content);
        await test.SettleAsync();
        var page = Assert.Single(await test.ListAsync(Containers.Receipts, "care-events/0301/a.xml"), name => name.EndsWith(".html", StringComparison.Ordinal));
        var was = await test.ReadAsync(Containers.Receipts, page);
        await test.System.Storage.Landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient(page).DeleteAsync();

        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        Assert.Equal(was, await http.GetByteArrayAsync(new Uri($"api/files/{page}", UriKind.Relative)));
        await test.UploadAsync("care-events/0301/b.xml", content);
        await test.SettleAsync();
        Assert.Equal(Core.Receipts.ReceiptStatus.Accepted, (await test.ReceiptAsync("care-events/0301/b.xml")).Status);
    }

    [Theory]
    [InlineData("care-events/4601/a.xml/{0}.html")]
    [InlineData("care-events/0301/a.xml/{0}.exe")]
    [InlineData("care-events/0301/..%2F..%2Fa.xml/{0}.html")]
    public async Task Another_senders_receipt_or_a_way_out_of_the_folder_is_not_found(string address)
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-events/0301/a.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        var delivery = Path.GetFileNameWithoutExtension((await test.ListAsync(Containers.Receipts)).First(name => name.EndsWith(".json", StringComparison.Ordinal)));
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        using var answer = await http.GetAsync(new Uri("api/files/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, address, delivery), UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient http, string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/files/{address}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return http.SendAsync(request);
    }
}
