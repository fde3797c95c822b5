using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Identity;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Applications;
using Kpr.Functions.Tests.Persons;

namespace Kpr.Functions.Tests.Statistics;

/// <summary>Tables over the whole system: ordered over HTTP, counted over partitions, protected, audited, and had as files.</summary>
public sealed class TableOrdersTests
{
    private const string Ages = "90 år og over,80–89 år,70–79 år,60–69 år,50–59 år";

    private static readonly Actor Staff = new(Role.Register, "kpr-1", null, "kpr");
    private static readonly Actor Applicant = new(Role.Applicant, "applicant-1");

    // Three of the oldest, many of all others; each with one to three claims in one month or two.
    private static readonly IReadOnlyList<(string Number, int Age, Sex Sex, int Claims)> People =
    [
        .. Enumerable.Range(0, 63).Select(at =>
        {
            var age = at < 3 ? 95 : 55 + (10 * (at % 4));
            var sex = at % 3 == 0 ? Sex.Male : Sex.Female;
            return (Number(new DateOnly(2026 - age, 3, 1 + (at % 28)), sex, at), age, sex, 1 + (at % 3));
        }),
    ];

    [Theory]
    [InlineData("persons")]
    [InlineData("contacts")]
    public async Task A_table_is_counted_over_partitions_protected_and_had_with_its_audit(string measure)
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        var ordered = await OrderAsync(http, measure);
        Assert.Equal((202, "ordered"), (ordered.Status, (string)ordered.Json["status"]!));
        await http.Test.SettleAsync();

        var state = (await http.GetAsync(Staff, $"/tables/{Id(ordered)}")).Json;
        Assert.Equal("done", (string)state["status"]!);
        Assert.Equal(["claims/2026/01/ukjent", "claims/2026/02/ukjent"], state["read"]!.AsArray().Select(read => (string)read!["partition"]!));
        var csv = (await http.GetAsync(Staff, $"/tables/{Id(ordered)}/table.csv")).Text;
        var cells = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();
        Assert.Contains(cells, cell => cell is ["90 år og over", "Total", ":"]);
        foreach (var cell in cells.Where(cell => cell[2] != ":"))
        {
            Assert.Equal(Expected(measure, cell[0], cell[1]), long.Parse(cell[2], CultureInfo.InvariantCulture));
        }

        Assert.Equal(Expected(measure, "Total", "Total").ToString(CultureInfo.InvariantCulture), cells.Single(cell => cell is ["Total", "Total", _])[2]);
        var audit = (await http.GetAsync(Staff, $"/tables/{Id(ordered)}/audit.json")).Json;
        Assert.Equal(cells.Count(cell => cell[2] == ":"), audit["hidden"]!.AsArray().Count);
        Assert.All(audit["hidden"]!.AsArray(), hidden => Assert.True((long)hidden!["upper"]! - (long)hidden["lower"]! >= 5 && (long)hidden["witnessWidth"]! >= 5));
        var html = await http.GetAsync(Staff, $"/tables/{Id(ordered)}/table.html");
        Assert.Contains("<caption>Alder og kjønn</caption>", html.Text, StringComparison.Ordinal);
        Assert.StartsWith("attachment", html.Headers["Content-Disposition"], StringComparison.Ordinal);
        await NothingLeftAsync(http.Test);
    }

    [Fact]
    public async Task Somebody_whose_deletion_is_decided_is_not_counted()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        await PersonWorld.EraseAsync(http.Test, People[10].Number);
        var ordered = await OrderAsync(http, "persons");
        await http.Test.SettleAsync();

        var total = (await http.GetAsync(Staff, $"/tables/{Id(ordered)}/table.csv")).Text.Split("\r\n").Single(line => line.StartsWith("Total;Total;", StringComparison.Ordinal));
        Assert.Equal($"Total;Total;{People.Count - 1}", total);
    }

    [Fact]
    public async Task The_same_key_is_the_same_table_and_other_words_under_it_are_refused()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        var first = await OrderAsync(http, "persons", "one");
        await http.Test.SettleAsync();
        var again = await OrderAsync(http, "persons", "one");
        var other = await OrderAsync(http, "contacts", "one");

        Assert.Equal((202, 202, Id(first)), (first.Status, again.Status, Id(again)));
        Assert.Equal("done", (string)again.Json["status"]!);
        Assert.Equal((422, 1014), (other.Status, other.Number));
    }

    [Fact]
    public async Task A_table_that_gives_few_away_together_with_an_earlier_one_is_refused_and_the_same_table_again_is_not()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        var without = Order("contacts");
        without["filters"] = JsonNode.Parse("""[{ "variable": { "variable": "fodselsaar", "form": "age-10" }, "values": ["50–59 år", "60–69 år", "70–79 år", "80–89 år"] }]""");
        var order = Order("contacts");
        order["rows"] = JsonNode.Parse("""[{ "variable": "kjonn" }]""");
        order["columns"] = new JsonArray();
        (without["rows"], without["columns"]) = (order["rows"]!.DeepClone(), new JsonArray());

        Assert.Equal("done", (string)(await MadeAsync(http, order, "first"))["status"]!);
        Assert.Equal("done", (string)(await MadeAsync(http, order, "again"))["status"]!);
        var refused = await MadeAsync(http, without, "without the oldest");
        Assert.Equal("refused", (string)refused["status"]!);
        Assert.Contains("Sammen med tabeller som er gitt ut før", (string)refused["message"]!, StringComparison.Ordinal);
        Assert.Equal((404, 1061), Of(await http.GetAsync(Staff, $"/tables/{(string)refused["id"]!}/table.csv")));
        Assert.DoesNotContain(await http.Test.ListAsync(Containers.Tables), name => name.Contains((string)refused["id"]!, StringComparison.Ordinal) && name.EndsWith("table.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_that_came_since_is_not_given_away_by_the_same_table_made_again()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        Assert.Equal("done", (string)(await MadeAsync(http, Order("contacts"), "first"))["status"]!);
        var late = new TestClaim(900) { Fid = People[5].Number, Tidspunkt = "2026-01-20T09:00:00+01:00" };
        await http.Test.UploadAsync($"claims/{ClaimDocuments.Sender}/late.json", ClaimDocuments.Json(late));
        await http.Test.SettleAsync();

        Assert.Equal("refused", (string)(await MadeAsync(http, Order("contacts"), "second"))["status"]!);
    }

    [Fact]
    public async Task Tables_are_for_the_registers_staff_and_their_shape_for_everybody_who_is_logged_in()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        var shape = await http.SendAsync(HttpMethod.Post, "/tables/preview", Applicant, JsonContent.Create(Order("persons")));

        Assert.Equal((200, 12, 6), (shape.Status, (int)shape.Json["rows"]!, (int)shape.Json["columns"]!));
        Assert.DoesNotContain("count", shape.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(401, (await http.SendAsync(HttpMethod.Post, "/tables/preview", null, JsonContent.Create(Order("persons")))).Status);
        Assert.Equal((403, 1025), Of(await http.SendAsync(HttpMethod.Post, "/tables", Applicant, JsonContent.Create(Order("persons")), ("Idempotency-Key", "a"))));
        Assert.Equal((403, 1025), Of(await http.SendAsync(HttpMethod.Post, "/tables", Staff with { Register = "npr" }, JsonContent.Create(Order("persons")), ("Idempotency-Key", "a"))));
        Assert.Equal((428, 1010), Of(await http.SendAsync(HttpMethod.Post, "/tables", Staff, JsonContent.Create(Order("persons")))));
        Assert.Equal((404, 1061), Of(await http.GetAsync(Staff, "/tables/0123456789abcdef0123456789abcdef")));
        Assert.Equal((404, 1061), Of(await http.GetAsync(Staff, "/tables/..%2Fx/table.csv")));
        Assert.Equal((404, 1061), Of(await http.GetAsync(Applicant, "/tables/0123456789abcdef0123456789abcdef/table.csv")));
    }

    [Fact]
    public async Task What_the_catalogue_does_not_have_is_refused_by_name_and_what_is_no_order_as_such()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        var order = Order("persons");
        order["rows"]![0]!["variable"] = "lonn";
        var refused = await http.SendAsync(HttpMethod.Post, "/tables", Staff, JsonContent.Create(order), ("Idempotency-Key", "a"));

        Assert.Equal((422, 1060), Of(refused));
        Assert.Contains("«lonn»", (string)refused.Json["about"]![0]!, StringComparison.Ordinal);
        foreach (var body in (string[])["{}", "{\"title\":1}", "{\"tittel\":\"x\"}", "{\"title\":\"x\",\"dataset\":\"claims\",\"rows\":[null],\"columns\":[],\"measure\":\"persons\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}"])
        {
            Assert.Equal((422, 1060), Of(await http.SendAsync(HttpMethod.Post, "/tables", Staff, new StringContent(body, Encoding.UTF8, "application/json"), ("Idempotency-Key", "b"))));
        }
    }

    private static (int, int) Of(CaseReply reply) => (reply.Status, reply.Number);

    private static string Id(CaseReply reply) => (string)reply.Json["id"]!;

    private static JsonNode Order(string measure) => JsonNode.Parse($$"""
        {
          "title": "Alder og kjønn", "dataset": "claims", "rows": [{ "variable": "fodselsaar", "form": "age-10" }], "columns": [{ "variable": "kjonn" }],
          "measure": "{{measure}}", "from": "2026-01-01", "to": "2026-12-31"
        }
        """)!;

    private static Task<CaseReply> OrderAsync(CaseHttp http, string measure, string key = "key") =>
        http.SendAsync(HttpMethod.Post, "/tables", Staff, JsonContent.Create(Order(measure)), ("Idempotency-Key", key));

    private static async Task<JsonNode> MadeAsync(CaseHttp http, JsonNode order, string key)
    {
        var ordered = await http.SendAsync(HttpMethod.Post, "/tables", Staff, JsonContent.Create(order), ("Idempotency-Key", key.Replace(' ', '-')));
        Assert.Equal(202, ordered.Status);
        await http.Test.SettleAsync();
        return (await http.GetAsync(Staff, $"/tables/{Id(ordered)}")).Json;
    }

    private static async Task TakeAsync(TestSystem test)
    {
        var claims = People.SelectMany(person => Enumerable.Range(0, person.Claims).Select(nth => (person.Number, Month: 1 + (nth % 2), Day: 1 + nth)))
            .Select((visit, number) => new TestClaim(1 + number)
            {
                Fid = visit.Number,
                Tidspunkt = string.Create(CultureInfo.InvariantCulture, $"2026-{visit.Month:00}-{visit.Day:00}T{8 + (number / 60 % 8):00}:{number % 60:00}:00+01:00"),
            }).ToArray();
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/tables.json", ClaimDocuments.Json(claims));
        await test.SettleAsync();
        Assert.Equal(claims.Length, (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/tables.json")).Counts.Accepted);
    }

    private static long Expected(string measure, string age, string sex) => People
        .Where(person => age == "Total" || (Ages.Contains(age, StringComparison.Ordinal) && age == (person.Age >= 90 ? "90 år og over" : $"{person.Age / 10 * 10}–{(person.Age / 10 * 10) + 9} år")))
        .Where(person => sex == "Total" || sex == (person.Sex == Sex.Male ? "1 Mann" : "2 Kvinne"))
        .Sum(person => measure == "persons" ? 1 : person.Claims);

    // Nothing between the steps, and no key of a person in what was made or noted.
    private static async Task NothingLeftAsync(TestSystem test)
    {
        Assert.Empty(await test.ListAsync(Containers.Counting));
        var keys = People.Select(person => PersonWorld.KeyOf(person.Number)).ToList();
        foreach (var container in (string[])[Containers.Tables, Containers.Audit])
        {
            foreach (var name in await test.ListAsync(container))
            {
                var text = Encoding.UTF8.GetString(await test.ReadAsync(container, name));
                Assert.DoesNotContain(keys, key => text.Contains(key, StringComparison.Ordinal));
                Assert.DoesNotContain(People, person => text.Contains(person.Number, StringComparison.Ordinal));
            }
        }

        Assert.DoesNotContain(test.Logs.All, line => keys.Exists(key => line.Text.Contains(key, StringComparison.Ordinal)));
    }

    private static string Number(DateOnly birth, Sex sex, int serial) =>
        Enumerable.Range(serial, 50).Select(next => SyntheticIdentity.BirthNumber(birth, sex, next)).OfType<string>().First();
}
