using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Statistics;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>Orders of extracts: within the case's decision, by the register's own staff, one at a time for an order.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task An_extract_is_ordered_once_under_its_key_within_the_decision_and_by_nobody_but_the_registers_staff()
    {
        await using var world = await OrderedCase.StartAsync();
        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Npr, Actors.Handler, Actors.Auditor, Actors.Linker])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await OrderAsync(world, actor, Body())));
        }

        Assert.Equal((401, 1001), CaseHttp.Told(await world.Http.SendAsync(HttpMethod.Post, "/extracts", null, JsonContent.Create(Body()))));
        Assert.Equal((428, 1010), CaseHttp.Told(await world.Http.SendAsync(HttpMethod.Post, "/extracts", OrderedCase.First, JsonContent.Create(Body()))));
        await RefusedAsync(404, 1020, body => body["case"] = "2026-0002");
        await RefusedAsync(404, 1020, body => body["case"] = "..%2F");
        await RefusedAsync(409, 1066, body => body["order"] = "npr-1");
        await RefusedAsync(422, 1065, body => body["datasets"]![0]!["variables"]!.AsArray().Add(new JsonObject { ["variable"] = "kjonn" }));
        await RefusedAsync(422, 1065, body => body["datasets"]![0]!["to"] = "2024-01-01");
        await RefusedAsync(422, 1065, body => body["datasets"] = new JsonArray());
        await RefusedAsync(422, 1065, body => body["datasets"]!.AsArray()[0] = null);
        await RefusedAsync(422, 1065, body => body["population"] = null);
        await RefusedAsync(422, 1065, body => body["<script>"] = 1);
        foreach (var text in (string[])["{}", "[]", "null", "{", "{\"case\":1}"])
        {
            Assert.True((await world.Http.SendAsync(
                HttpMethod.Post, "/extracts", OrderedCase.First, new StringContent(text, Encoding.UTF8, "application/json"), ("Idempotency-Key", "x"))).Status is 400 or 422);
        }

        Assert.Empty(await world.Test.ListAsync(Containers.Extracts));

        var ordered = await OrderAsync(world, OrderedCase.First, Body());
        var id = (string)ordered.Json["id"]!;
        Assert.Equal((202, $"/api/extracts/{id}", "ordered"), (ordered.Status, ordered.Location, (string)ordered.Json["state"]!["status"]!));
        var stored = (await world.Extracts.FindOrderAsync(id, default))!;
        Assert.Equal((1, $"register:{OrderedCase.First.Subject}"), (stored.DecisionVersion, stored.By));
        Assert.Contains($"{id}-Ordered", await world.ToldAsync());

        // The same again; the same key with something else; another while it is under way.
        var again = await OrderAsync(world, OrderedCase.First, Body());
        Assert.Equal((202, id), (again.Status, (string)again.Json["id"]!));
        var other = Body();
        other["dates"] = "shifted";
        Assert.Equal((422, 1014), CaseHttp.Told(await OrderAsync(world, OrderedCase.First, other)));
        Assert.Equal((409, 1066), CaseHttp.Told(await OrderAsync(world, OrderedCase.Second, Body())));
        Assert.Single(await world.Test.ListAsync(Containers.Extracts));

        // One that has ended stands in nobody's way; a case that moved on does.
        await world.Extracts.ChangeStateAsync(id, state => state with { Status = ExtractStatus.Refused, Message = "<script>" }, default);
        Assert.Equal(202, (await OrderAsync(world, OrderedCase.Second, Body())).Status);
        Assert.Equal(200, (await world.DoAsync(Actors.Handler, new CancelOrder(OrderedCase.Order, "Nei."))).Status);
        Assert.Equal((409, 1066), CaseHttp.Told(await OrderAsync(world, OrderedCase.Second, Body(), "late")));
        Assert.DoesNotContain("<script>", (await world.Http.GetAsync(OrderedCase.First, $"/extracts/{id}")).Text, StringComparison.Ordinal);

        async Task RefusedAsync(int status, int number, Action<JsonNode> change)
        {
            var body = Body();
            change(body);
            Assert.Equal((status, number), CaseHttp.Told(await OrderAsync(world, OrderedCase.First, body, Guid.NewGuid().ToString())));
        }
    }

    private static JsonNode Body() => JsonSerializer.SerializeToNode(OrderedCase.Wanted(), TableJson.Options)!;

    private static Task<CaseReply> OrderAsync(OrderedCase world, Actor by, JsonNode body, string key = "order") =>
        world.Http.SendAsync(HttpMethod.Post, "/extracts", by, JsonContent.Create(body), ("Idempotency-Key", key));
}
