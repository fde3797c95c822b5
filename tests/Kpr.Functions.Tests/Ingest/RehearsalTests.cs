using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>What would change under the rules of today: a dry run over the archive.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task Archived_files_of_a_period_are_judged_by_the_rules_of_today_and_nothing_is_stored()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-events/0301/hendelser.xml", new CareEventDocument().Add()
            .Add(text => text.Replace("tjenesteType=\"21\"", "tjenesteType=\"25\"", StringComparison.Ordinal)).ToString());
        await test.SettleAsync();
        Assert.False((bool)(await RehearseAsync(test, "care-events/0301"))!["outcome"]!["changes"]!);

        await test.RestartAsync(TestSystem.With(("Kpr:Rules:EnabledServiceTypes:0", "25")));
        await test.SettleAsync();
        var before = await test.ImageAsync();
        var file = await RehearseAsync(test, "care-events/0301");

        Assert.Equal((1, 1), ((int)file!["outcome"]!["removed"]!["E11"]!, (int)file["outcome"]!["newlyTaken"]!));
        Assert.Empty((await test.ImageAsync()).DifferencesFrom(before));
        Assert.Null(await RehearseAsync(test, "care-events/0301", day: -40));
        Assert.Null(await RehearseAsync(test, "care-events/3205"));
        Assert.False((bool)(await RehearseAsync(test, "care-events/0301", more: "&first=1&last=1"))!["outcome"]!["changes"]!);
    }

    [Fact]
    public async Task A_delivery_is_read_with_the_files_beside_its_manifest()
    {
        await using var test = await TestSystem.StartAsync();
        var delivery = new TestDelivery();
        foreach (var (name, content) in DeliveredFiles.Of(delivery, "mai"))
        {
            await test.UploadAsync(name, content);
        }

        await test.SettleAsync();
        Assert.NotEmpty(await test.ListAsync(Containers.Archive));

        Assert.Empty((await RehearseAsync(test, $"kuhr-delivery/{TestDelivery.Sender}"))!["outcome"]!["added"]!.AsObject());
    }

    [Theory]
    [InlineData("care-events/0301/rehearse", HttpStatusCode.BadRequest)]
    [InlineData("care-events/0301/rehearse?from=2026-02-01&to=2026-01-01", HttpStatusCode.BadRequest)]
    [InlineData("care-events/0301/rehearse?from=2026-01-01&to=2026-02-01&first=0&last=1", HttpStatusCode.BadRequest)]
    [InlineData("ukjent/0301/rehearse?from=2026-01-01&to=2026-02-01", HttpStatusCode.NotFound)]
    public async Task What_is_no_period_is_refused(string address, HttpStatusCode expected)
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        Assert.Equal(expected, (await http.PostAsync(new Uri($"api/files/{address}", UriKind.Relative), null)).StatusCode);
    }

    private static async Task<JsonNode?> RehearseAsync(TestSystem test, string sender, int day = 0, string more = "")
    {
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        string Day(int days) => test.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await http.PostAsync(new Uri($"api/files/{sender}/rehearse?from={Day(day - 1)}&to={Day(day + 1)}{more}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().SingleOrDefault();
    }
}
