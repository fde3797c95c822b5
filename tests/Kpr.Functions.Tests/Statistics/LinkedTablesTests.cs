using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Identity;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Statistics;

/// <summary>Several tables of one request, rules of a stricter profile, and attackers who order one table after the other.</summary>
public sealed class LinkedTablesTests
{
    private static readonly Actor Staff = new(Role.Register, "kpr-1", null, "kpr");

    // Forty of fifty-odd, forty of sixty-odd, one of thirty-odd; men and women in turn, two claims each, a third of the first with chapter P.
    private static readonly IReadOnlyList<(string Number, int Age, int At)> People =
        [.. Enumerable.Range(0, 81).Select(at => (at == 80 ? 35 : at < 40 ? 55 : 65) is var age ? (Number(new DateOnly(2026 - age, 3, 1 + (at % 28)), at % 2 == 0 ? Sex.Male : Sex.Female, at), age, at) : default)];

    [Fact]
    public async Task Tables_and_rates_of_one_request_are_made_together_and_are_in_the_ledger_together()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        var psychic = Order("persons", "Psykisk");
        psychic["filters"] = JsonNode.Parse("""[{ "variable": { "variable": "diagnoser", "form": "chapter" }, "values": ["P"] }]""");
        var order = Order("persons", "Alle");
        order["also"] = new JsonArray(psychic, Order("contacts", "Kontakter"));
        order["quotients"] = JsonNode.Parse("""[{ "title": "Psykisk per 1 000", "kind": "rate", "of": 1, "per": 0 }, { "title": "Kontakter per person", "kind": "mean", "of": 2, "per": 0 }]""");
        var shape = await http.SendAsync(HttpMethod.Post, "/tables/preview", Staff, JsonContent.Create(order));
        Assert.Equal((200, 2), (shape.Status, shape.Json["also"]!.AsArray().Count));
        var state = await MadeAsync(http, order, "a");

        Assert.Equal("done", (string)state["status"]!);
        Assert.Equal(
            ["table.csv", "table.html", "audit.json", "table-2.csv", "table-2.html", "audit-2.json", "table-3.csv", "table-3.html", "audit-3.json", "quotient.csv", "quotient.html", "quotient-2.csv", "quotient-2.html"],
            state["files"]!.AsArray().Select(file => (string)file!));
        var (all, some, contacts) = (await CellsAsync(http, state, "table.csv"), await CellsAsync(http, state, "table-2.csv"), await CellsAsync(http, state, "table-3.csv"));
        var (rates, means) = (await CellsAsync(http, state, "quotient.csv"), await CellsAsync(http, state, "quotient-2.csv"));
        Assert.Equal(("81", "162"), (all["Total"], contacts["Total"]));
        Assert.Equal("2,0", means["Total"]);
        Assert.Equal(":", all["30–39 år"]);
        Assert.All(all.Keys, key => Assert.Equal(Quotient(1000, some[key], all[key]), rates[key]));
        Assert.All(all.Keys, key => Assert.Equal(Quotient(1, contacts[key], all[key]), means[key]));
        Assert.Contains(rates.Values, rate => rate.Contains(',', StringComparison.Ordinal));
        Assert.Empty(await http.Test.ListAsync(Containers.Counting));
        var ledger = (await http.Test.ListAsync(Containers.Tables)).Where(name => name.StartsWith("ledger/", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, ledger.Count);

        // A later table that gives the one in the thirties away beside one of them is refused.
        var without = Order("contacts", "Uten");
        without["filters"] = JsonNode.Parse("""[{ "variable": { "variable": "fodselsaar", "form": "age-10" }, "values": ["50–59 år", "60–69 år"] }]""");
        (without["rows"], without["columns"]) = (JsonNode.Parse("""[{ "variable": "kjonn" }]"""), new JsonArray());
        Assert.Equal("refused", (string)(await MadeAsync(http, without, "b"))["status"]!);

        // Of two tables that are refused together none is entered, neither in one book nor in another.
        var pair = Order("persons", "Igjen");
        pair["also"] = new JsonArray(without.DeepClone());
        Assert.Equal("refused", (string)(await MadeAsync(http, pair, "c"))["status"]!);
        Assert.Equal("done", (string)(await MadeAsync(http, Order("persons", "Igjen"), "d"))["status"]!);
        var books = await Task.WhenAll(ledger.Where(name => !name.Contains("/tables/", StringComparison.Ordinal)).Select(name => http.Test.ReadAsync(Containers.Tables, name)));
        Assert.Equal([1, 3], books.Select(book => JsonNode.Parse(book)!["tables"]!.AsArray().Count).Order());
    }

    [Fact]
    public async Task A_filter_that_isolates_one_person_shows_nothing_and_the_table_without_that_person_is_refused()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        var whole = Order("persons", "Alle");
        whole["rows"] = JsonNode.Parse("""[{ "variable": "kjonn" }]""");
        Assert.Equal("done", (string)(await MadeAsync(http, whole, "whole"))["status"]!);

        var one = Filtered(whole, "30–39 år");
        var alone = await MadeAsync(http, one, "one");
        if ((string)alone["status"]! == "done")
        {
            Assert.All((await CellsAsync(http, alone, "table.csv")).Values, value => Assert.True(value is ":" or "0"));
        }

        var refused = await MadeAsync(http, Filtered(whole, "50–59 år", "60–69 år"), "less");
        Assert.Equal("refused", (string)refused["status"]!);
        Assert.Contains("røpe små tall", (string)refused["message"]!, StringComparison.Ordinal);
        Assert.Equal(404, (await http.GetAsync(Staff, $"/tables/{(string)refused["id"]!}/table.csv")).Status);
    }

    [Fact]
    public async Task Under_a_stricter_profile_one_practice_behind_all_claims_hides_them()
    {
        await using var http = await CaseHttp.StartWholeAsync(("Kpr:Statistics:Profile", "streng"));
        await TakeAsync(http.Test);
        var state = await MadeAsync(http, Order("contacts", "Kontakter"), "a");

        Assert.Equal("done", (string)state["status"]!);
        Assert.All((await CellsAsync(http, state, "table.csv")).Values, value => Assert.Equal(":", value));
        var html = (await http.GetAsync(Staff, $"/tables/{(string)state["id"]!}/table.html")).Text;
        Assert.Contains("færre enn 3 virksomheter", html, StringComparison.Ordinal);
        Assert.Contains("fewer than 3 providers", html, StringComparison.Ordinal);
    }

    private static JsonNode Filtered(JsonNode order, params string[] ages)
    {
        var filtered = order.DeepClone();
        filtered["filters"] = new JsonArray(new JsonObject
        {
            ["variable"] = JsonNode.Parse("""{ "variable": "fodselsaar", "form": "age-10" }"""), ["values"] = new JsonArray([.. ages.Select(age => JsonValue.Create(age))]),
        });
        return filtered;
    }

    private static string Quotient(int factor, string of, string per) => of == ":" || per == ":" ? ":" : per == "0" ? "."
        : Math.Round(factor * decimal.Parse(of, CultureInfo.InvariantCulture) / decimal.Parse(per, CultureInfo.InvariantCulture), 1, MidpointRounding.AwayFromZero)
            .ToString("F1", CultureInfo.InvariantCulture).Replace('.', ',');

    private static JsonNode Order(string measure, string title) => JsonNode.Parse($$"""
        {
          "title": "{{title}}", "dataset": "claims", "rows": [{ "variable": "fodselsaar", "form": "age-10" }], "columns": [],
          "measure": "{{measure}}", "from": "2026-01-01", "to": "2026-12-31"
        }
        """)!;

    private static async Task<Dictionary<string, string>> CellsAsync(CaseHttp http, JsonNode state, string file)
    {
        var reply = await http.GetAsync(Staff, $"/tables/{(string)state["id"]!}/{file}");
        Assert.Equal(200, reply.Status);
        return reply.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToDictionary(line => line[0], line => line[1]);
    }

    private static async Task<JsonNode> MadeAsync(CaseHttp http, JsonNode order, string key)
    {
        var ordered = await http.SendAsync(HttpMethod.Post, "/tables", Staff, JsonContent.Create(order), ("Idempotency-Key", key));
        Assert.True(ordered.Status == 202, ordered.Text);
        await http.Test.SettleAsync();
        return (await http.GetAsync(Staff, $"/tables/{(string)ordered.Json["id"]!}")).Json;
    }

    private static async Task TakeAsync(TestSystem test)
    {
        var claims = People.SelectMany(person => Enumerable.Range(0, 2).Select(nth => (person.Number, person.At, nth)))
            .Select((visit, number) => new TestClaim(1 + number)
            {
                Fid = visit.Number, Diagnoser = [("7170", visit.At % 3 == 0 ? "P76" : "L09")],
                Tidspunkt = string.Create(CultureInfo.InvariantCulture, $"2026-01-{1 + visit.nth:00}T{8 + (number / 60 % 8):00}:{number % 60:00}:00+01:00"),
            }).ToArray();
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/tables.json", ClaimDocuments.Json(claims));
        await test.SettleAsync();
        Assert.Equal(claims.Length, (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/tables.json")).Counts.Accepted);
    }

    private static string Number(DateOnly birth, Sex sex, int serial) =>
        Enumerable.Range(serial, 50).Select(next => SyntheticIdentity.BirthNumber(birth, sex, next)).OfType<string>().First();
}
