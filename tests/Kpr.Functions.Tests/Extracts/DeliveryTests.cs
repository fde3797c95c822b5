using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>A delivery as its recipient fetches it, and as everybody else does not.</summary>
public sealed class DeliveryTests
{
    private const string File = "kontakter.csv.p7m";

    [Fact]
    public async Task A_delivery_is_fetched_by_its_recipient_whole_counted_and_noted_and_by_nobody_else()
    {
        await using var world = await OrderedCase.StartAsync(("Kpr:Deliveries:Downloads", "3"));
        var (id, content) = await world.DeliveredAsync();
        var listed = (await world.Http.GetAsync(Actors.Applicant, "/deliveries")).Json[0]!;
        Assert.Equal((id, OrderedCase.CaseId, OrderedCase.Order, 3), ((string)listed["id"]!, (string)listed["case"]!, (string)listed["order"]!, (int)listed["files"]![0]!["left"]!));
        Assert.Null(listed["closed"]);

        foreach (var actor in (Actor[])[Actors.Stranger, Actors.Editor, Actors.Linker])
        {
            Assert.Empty((await world.Http.GetAsync(actor, "/deliveries")).Json.AsArray());
            Assert.Equal((404, 1073), CaseHttp.Told(await world.Http.GetAsync(actor, $"/deliveries/{id}")));
            Assert.Equal((404, 1073), CaseHttp.Told(await world.Http.GetAsync(actor, $"/deliveries/{id}/files/{File}")));
        }

        foreach (var actor in (Actor[])[OrderedCase.First, Actors.Handler, Actors.Auditor, Actors.Controller])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await world.Http.GetAsync(actor, $"/deliveries/{id}/files/{File}")));
        }

        Assert.Equal((401, 1001), CaseHttp.Told(await world.Http.GetAsync(null, $"/deliveries/{id}/files/{File}")));
        Assert.Equal((401, 1002), CaseHttp.Told(await WithOldTokenAsync(world, $"/deliveries/{id}/files/{File}")));
        foreach (var poison in (string[])["..%2F", "kontakter.csv", $"{File}%20", "..%2Fa%2F" + File])
        {
            Assert.Equal((404, 1073), CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}/files/{poison}")));
        }

        Assert.Equal(0, await FetchesAsync(world, id));
        Assert.Equal(content, await FetchAsync(world, id));

        // A part is not given: the whole is, and counts.
        var part = await world.Http.SendAsync(HttpMethod.Get, $"/deliveries/{id}/files/{File}", Actors.Applicant, null, ("Range", "bytes=0-9"));
        Assert.Equal((200, "none", $"attachment; filename={File}"), (part.Status, part.Headers["Accept-Ranges"], part.Headers["Content-Disposition"].Split("; filename*", 2)[0]));
        Assert.Equal(("nosniff", "no-store"), (part.Headers["X-Content-Type-Options"], part.Headers["Cache-Control"]));
        Assert.Equal(1, (int)(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}")).Json["files"]![0]!["left"]!);
        Assert.Equal(2, await FetchesAsync(world, id));

        // Of many at once as many get it as may.
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}/files/{File}")));
        Assert.Equal((1, 5), (many.Count(reply => reply.Status == 200), many.Count(reply => reply is { Status: 403, Number: 1075 })));
        Assert.Equal(3, await FetchesAsync(world, id));

        Assert.Equal(200, (await world.DoAsync(Actors.Applicant, new Kpr.Core.Cases.Fulfilment.ConfirmReceipt())).Status);
    }

    [Fact]
    public async Task A_delivery_expires()
    {
        await using var world = await OrderedCase.StartAsync(("Kpr:Deliveries:Days", "2"));
        var (id, content) = await world.DeliveredAsync();
        world.Test.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(5));
        Assert.Equal(content, await FetchAsync(world, id));
        world.Test.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal((410, 1074), CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}/files/{File}")));
        Assert.Contains("Fristen", (string)(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}")).Json["closed"]!, StringComparison.Ordinal);
        Assert.Equal(1, await FetchesAsync(world, id));
    }

    [Fact]
    public async Task What_the_register_recalls_is_closed_at_once_and_preparation_is_told()
    {
        await using var world = await OrderedCase.StartAsync();
        var (id, _) = await world.DeliveredAsync();
        Assert.Equal(200, (await world.DoAsync(OrderedCase.First, new RecallOrder(OrderedCase.Order, "Feil personer."))).Status);
        Assert.Equal((409, 1076), CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}/files/{File}")));
        await world.LookAsync();
        Assert.Equal(ExtractStatus.Withdrawn, (await world.StateAsync(id)).Status);
        Assert.Contains($"{id}-Withdrawn", await world.ToldAsync());
        Assert.Equal(0, await FetchesAsync(world, id));
    }

    [Fact]
    public async Task What_lies_in_an_analysis_room_is_shown_and_not_fetched_here()
    {
        await using var world = await OrderedCase.StartAsync();
        var (id, content) = await world.DeliveredAsync();
        await world.Extracts.ChangeStateAsync(id, state => state with { Delivery = state.Delivery! with { Room = "rom-1" } }, default);
        var shown = await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}");
        Assert.Contains("rom-1", (string)shown.Json["closed"]!, StringComparison.Ordinal);
        Assert.Equal((409, 1076), CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}/files/{File}")));
        await world.Extracts.ChangeStateAsync(id, state => state with { Delivery = state.Delivery! with { Room = null } }, default);
        Assert.Equal(content, await FetchAsync(world, id));
    }

    private static async Task<byte[]> FetchAsync(OrderedCase world, string id)
    {
        using var http = new HttpClient { BaseAddress = world.Test.System.Host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", world.Http.Token(Actors.Applicant));
        var content = await http.GetByteArrayAsync($"api/deliveries/{id}/files/{File}");
        var told = (await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}")).Json["files"]![0]!;
        Assert.Equal(((long)told["bytes"]!, (string)told["sha256"]!), (content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content))));
        return content;
    }

    private static async Task<CaseReply> WithOldTokenAsync(OrderedCase world, string address)
    {
        using var http = new HttpClient { BaseAddress = world.Test.System.Host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", world.Http.Token(Actors.Applicant, TimeSpan.FromDays(-2)));
        using var response = await http.GetAsync(new Uri($"api{address}", UriKind.Relative));
        return await CaseReply.ReadAsync(response);
    }

    private static async Task<int> FetchesAsync(OrderedCase world, string id)
    {
        var log = (await world.Test.ListAsync(Containers.Audit, "extracts/")).Single(name => name.EndsWith($"/{id}.jsonl", StringComparison.Ordinal));
        return Encoding.UTF8.GetString(await world.Test.ReadAsync(Containers.Audit, log)).Split("delivery-fetched").Length - 1;
    }
}
