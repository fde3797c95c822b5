using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.CareReport;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Functions.Tests.Ingest;

namespace Kpr.Functions.Tests.Senders;

public sealed class SenderViewTests
{
    private static readonly string Canary = Enumerable.Range(0, 9).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1977, 7, 7), Sex.Male, serial)).OfType<string>().First();

    [Fact]
    public async Task A_sender_sees_its_own_deliveries_figures_and_what_is_missing()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "2")));
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        // Three are stored; the fourth is rejected by itself, the fifth repeats the third: both are dropped from a chunk that is counted again.
        var document = new CareEventDocument().Add().Add(text => text.Replace("tjenesteType=\"21\"", "tjenesteType=\"18\"", StringComparison.Ordinal)).Add()
            .Add(text => text.Replace("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"T\"", StringComparison.Ordinal)).Raw(CareEventDocument.Notification(3));
        await test.UploadAsync("care-events/0301/a.xml", document.ToString());
        await test.UploadAsync("care-events/4601/b.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        var year = test.Clock.GetUtcNow().Year;
        var overview = await JsonAsync(http, "api/senders/0301");
        Assert.Equal(("Oslo", year), ((string?)overview["name"], (int)overview["year"]!));
        Assert.Equal(1, (int)overview["deliveries"]!["delvis mottatt"]!);
        Assert.Empty(overview["underWay"]!.AsArray());
        var figures = (await JsonAsync(http, "api/senders/0301/figures?year=2026")).AsArray();
        Assert.Equal(
            ["2026 alle 3", "2026 18 1", "2026 21 2"],
            figures.Select(figure => $"{figure!["period"]} {figure["service"]} {figure["count"]}"));
        Assert.All(figures, figure => Assert.Null(figure!["before"]));

        var delivery = Assert.Single((await JsonAsync(http, "api/senders/0301/deliveries"))["deliveries"]!.AsArray())!;
        Assert.Equal(("a.xml", "care-events", 5, 3, 1, 1), ((string?)delivery["name"], (string?)delivery["feed"], (int)delivery["counts"]!["read"]!, (int)delivery["counts"]!["accepted"]!, (int)delivery["counts"]!["rejected"]!, (int)delivery["counts"]!["duplicates"]!));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"api/files/{delivery["receipt"]}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_shipment_that_is_held_is_listed_so_and_the_other_one_is_missing()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        await test.UploadAsync("care-report/0301/ide.xml", CareReportDocument.Of(CareReportShipment.Identity).ToString());
        await test.SettleAsync();

        var held = Assert.Single((await JsonAsync(http, "api/senders/0301/deliveries"))["deliveries"]!.AsArray())!;
        Assert.Equal(("ide.xml", "held", "KPR_IDE", 2025), ((string?)held["name"], (string?)held["status"], (string?)held["report"]!["shipment"], (int)held["report"]!["year"]!));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"api/files/{held["receipt"]}", UriKind.Relative))).StatusCode);
        Assert.Empty((await JsonAsync(http, "api/senders/0301"))["underWay"]!.AsArray());
        Assert.Contains("Bare KPR_IDE", Assert.Single((await JsonAsync(http, "api/senders/0301/missing")).AsArray(), one => (string?)one!["feed"] == "care-report")!["what"]!.ToString(), StringComparison.Ordinal);

        await test.UploadAsync("care-report/0301/ipl.xml", CareReportDocument.Of(CareReportShipment.Professional).ToString());
        await test.SettleAsync();

        Assert.Equal(
            ["ide.xml accepted", "ipl.xml accepted"],
            (await JsonAsync(http, "api/senders/0301/deliveries"))["deliveries"]!.AsArray().Select(one => $"{one!["name"]} {one["status"]}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain((await JsonAsync(http, "api/senders/0301/missing")).AsArray(), one => (string?)one!["feed"] == "care-report");
    }

    [Fact]
    public async Task Users_by_type_of_service_stand_beside_those_of_the_year_before()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        foreach (var (year, users) in ((int, int)[])[(2024, 4), (2025, 7)])
        {
            foreach (var shipment in (CareReportShipment[])[CareReportShipment.Identity, CareReportShipment.Professional])
            {
                var document = CareReportDocument.Of(shipment, users).In(year, "57.0.1");
                document.Hode = document.Hode.Replace(CareReportDocument.Id(900 + (int)shipment).ToString(), CareReportDocument.Id((10 * year) + (int)shipment).ToString(), StringComparison.Ordinal);
                await test.UploadAsync($"care-report/0301/{shipment}-{year}.xml", document.ToString().Replace("2025-", $"{year}-", StringComparison.Ordinal));
            }

            await test.SettleAsync();
        }

        var figures = (await JsonAsync(http, "api/senders/0301/figures?year=2025")).AsArray();
        Assert.Equal(
            ["2025 alle 7 4 75 true", "2025 15 7 4 75 false"],
            figures.Select(one => $"{one!["period"]} {one["service"]} {one["count"]} {one["before"]} {one["percent"]} {one["isBeyondLimit"]}"));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_hold_every_delivery_once()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        for (var number = 1; number <= 5; number++)
        {
            await test.UploadAsync($"care-events/0301/{number}.xml", new CareEventDocument().Add(text => text.Replace("B1", $"B{number}", StringComparison.Ordinal)).ToString());
            await test.SettleAfterAsync(TimeSpan.FromSeconds(1));
        }

        await test.UploadAsync("school-health/0301/x.xml", "<hei");
        await test.SettleAsync();
        var names = new List<string>();
        string? next = "";
        for (var pages = 0; next is not null; pages++)
        {
            Assert.InRange(pages, 0, 3);
            var page = await JsonAsync(http, $"api/senders/0301/deliveries?feed=care-events&take=2&after={next}");
            names.AddRange(page["deliveries"]!.AsArray().Select(delivery => (string)delivery!["name"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(["5.xml", "4.xml", "3.xml", "2.xml", "1.xml"], names);
        Assert.Equal(6, (await JsonAsync(http, "api/senders/0301/deliveries"))["deliveries"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_same_file_again_is_listed_and_counted_once()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        var content = new CareEventDocument().Add().ToString();
        await test.UploadAsync("care-events/0301/a.xml", content);
        await test.SettleAsync();
        await test.UploadAsync("care-events/0301/b.xml", content);
        await test.SettleAsync();

        var deliveries = (await JsonAsync(http, "api/senders/0301/deliveries"))["deliveries"]!.AsArray();
        Assert.Equal([("b.xml", true), ("a.xml", false)], deliveries.Select(one => ((string)one!["name"]!, (bool)one["isRepeated"]!)));
        Assert.Equal(1, (int)(await JsonAsync(http, "api/senders/0301/figures?year=2026")).AsArray()[0]!["count"]!);
    }

    [Fact]
    public async Task A_monthly_delivery_that_is_superseded_counts_no_more()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        foreach (var delivery in (TestDelivery[])[DeliveredFiles.Make(1), DeliveredFiles.Make(2, supersedes: 1)])
        {
            foreach (var (name, content) in DeliveredFiles.Of(delivery, $"mai-{delivery.Id}"))
            {
                await test.UploadAsync(name, content);
            }

            await test.SettleAsync();
        }

        var figures = (await JsonAsync(http, $"api/senders/{TestDelivery.Sender}/figures?year=2025")).AsArray();
        Assert.Equal(["2025-05 alle 3", "2025-05 fastlege 3"], figures.Select(figure => $"{figure!["period"]} {figure["service"]} {figure["count"]}"));
    }

    [Theory]
    [InlineData("api/senders/030", HttpStatusCode.NotFound)]
    [InlineData("api/senders/0301x", HttpStatusCode.NotFound)]
    [InlineData("api/senders/17834200368/deliveries", HttpStatusCode.NotFound)]
    [InlineData("api/senders/0301?year=x", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/missing?year=99999", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/figures?year=-1", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/deliveries?take=0", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/deliveries?take=501", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/deliveries?feed=x", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/deliveries?after=4601", HttpStatusCode.BadRequest)]
    [InlineData("api/senders/0301/deliveries?after=x'%20or%20PartitionKey%20eq%20'4601", HttpStatusCode.BadRequest)]
    [InlineData("api/reporting/20/late", HttpStatusCode.NotFound)]
    [InlineData("api/reporting/x/reminders", HttpStatusCode.NotFound)]
    public async Task A_malformed_question_is_refused(string path, HttpStatusCode expected)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type.Namespace == "Kpr.Functions.Senders.Triggers"));
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        Assert.Equal(expected, (await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_empty_year_and_an_unknown_sender_have_nothing_of_anybody()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        await test.UploadAsync("care-events/4601/b.xml", new CareEventDocument { Municipality = "<Kommune kommuneNr=\"4601\"/>" }.Add().ToString());
        await test.SettleAsync();

        foreach (var path in (string[])["api/senders/0301", "api/senders/4601?year=2020", "api/senders/987654325"])
        {
            var overview = await JsonAsync(http, path);
            Assert.Empty(overview["deliveries"]!.AsObject());
            Assert.Empty(overview["figures"]!.AsArray());
        }

        Assert.Empty((await JsonAsync(http, "api/senders/0301/deliveries"))["deliveries"]!.AsArray());
        Assert.Single((await http.GetStringAsync(new Uri("api/senders/0301/deliveries?format=csv", UriKind.Relative))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_download_opens_in_a_spreadsheet_and_holds_neither_formulas_nor_identity_numbers()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        await test.UploadAsync("care-events/0301/=HYPERLINK(\"x\") Ærøy.xml", new CareEventDocument().Add().ToString());
        await test.UploadAsync($"care-events/0301/pasient {Canary}.xml", "<hei");
        await test.SettleAsync();

        using var answer = await http.GetAsync(new Uri("api/senders/0301/deliveries?format=csv", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("leveranser-0301-", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\") Ærøy.xml\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await http.GetStringAsync(new Uri("api/senders/0301/deliveries", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_file_that_waits_is_shown_as_under_way()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(Kpr.Functions.Ingest.Triggers.ValidateMunicipal)));
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        await test.UploadAsync($"care-events/0301/{Canary}.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        var waiting = Assert.Single((await JsonAsync(http, "api/senders/0301"))["underWay"]!.AsArray())!;
        Assert.Equal((new string('*', 11) + ".xml", null), ((string?)waiting["name"], (string?)waiting["status"]));
        Assert.Empty((await JsonAsync(http, "api/senders/4601"))["underWay"]!.AsArray());
    }

    private static async Task<JsonNode> JsonAsync(HttpClient http, string path) => JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
