using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;
using Kpr.Functions.Extracts;
using Kpr.Functions.Persons;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Tests.Persons;

/// <summary>A citizen is told who got data about her.</summary>
public sealed class DisclosuresAboutTests
{
    [Fact]
    public async Task She_is_told_of_each_delivery_that_she_is_in_under_any_of_her_numbers_and_of_no_other()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        var now = test.Clock.GetUtcNow();
        await DiscloseAsync(now.AddYears(-2), 1, PersonWorld.Her);
        await DiscloseAsync(now, 2, PersonWorld.Other);
        await DiscloseAsync(now, 3, PersonWorld.Her, PersonWorld.Other);

        var told = await AskAsync(http, PersonWorld.Her);
        Assert.Equal(["case-1", "case-3"], told.EnumerateArray().Select(one => one.GetProperty("case").GetString()));
        Assert.Equal(("999999999", "6(1)(e)", "claims"), (
            told[0].GetProperty("recipient").GetString(), told[0].GetProperty("legalBasis").GetString(), told[0].GetProperty("datasets")[0].GetString()));
        Assert.DoesNotContain(PersonWorld.KeyOf(PersonWorld.Her), told.GetRawText(), StringComparison.Ordinal);

        // Her number was replaced by another since.
        var successor = Enumerable.Range(100, 50).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1942, 3, 17), Sex.Female, serial)).OfType<string>().First();
        Assert.Empty((await AskAsync(http, successor)).EnumerateArray());
        Assert.NotNull((await test.Get<DecideAboutPersons>().LinkAsync(new PersonRequest(PersonWorld.CaseNumber, PersonWorld.Her, NewNumber: successor), "test", default)).Decision);
        Assert.Equal(2, (await AskAsync(http, successor)).GetArrayLength());

        foreach (var body in (string[])["no json", "null", "{}", $$"""{"number":"{{PersonWorld.Her}}"}""", """{"case":"2026/1","number":"12345678901"}""", """{"case":"17834200368","personKey":"x"}"""])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var refused = await http.PostAsync(new Uri("api/persons/disclosures", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var log = Encoding.UTF8.GetString(await test.ReadAsync(Kpr.Functions.Azure.Containers.Audit, (await test.ListAsync(Kpr.Functions.Azure.Containers.Audit, "persons/")).Single()));
        Assert.Equal(3, log.Split("disclosures-told").Length - 1);
        Assert.DoesNotContain(PersonWorld.Her, log, StringComparison.Ordinal);
        Assert.DoesNotContain(test.Logs.All, line => line.Text.Contains(PersonWorld.Her, StringComparison.Ordinal));

        // The ledger is one of the chains that are verified: a changed line is found, and told to nobody.
        await foreach (var (_, _, broken) in test.Get<AuditLog>().VerifyAsync(default))
        {
            Assert.Null(broken);
        }

        async Task DiscloseAsync(DateTimeOffset at, int number, params string[] numbers)
        {
            var persons = new PersonSet(numbers.Select(person => PersonKey.TryParse(PersonWorld.KeyOf(person), out var key) ? key : throw new InvalidOperationException()));
            await test.Get<DisclosedPersons>().WriteAsync($"{number:x32}", persons.Write(), default);
            var what = new Disclosure($"case-{number}", "kpr-1", 1, "6(1)(e)", ["claims"], new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31), persons.Count, 9, new DateOnly(2036, 1, 1));
            await test.Get<AuditLog>().AppendAsync(
                new AuditEvent(at, "register:kpr-3", Disclosure.Action, $"{number:x32}", "999999999", JsonSerializer.Serialize(what, TableJson.Options)) { Chain = Disclosure.ChainOf(at.Year) }, default);
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string number)
    {
        using var answer = await http.PostAsJsonAsync("api/persons/disclosures", new { @case = PersonWorld.CaseNumber, number });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Clone();
    }
}
