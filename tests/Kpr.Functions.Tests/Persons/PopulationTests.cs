using System.Net;
using System.Text;
using Kpr.Core.Persons;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;

namespace Kpr.Functions.Tests.Persons;

/// <summary>The population register and replaced numbers, as the intake asks them.</summary>
public sealed class PopulationTests
{
    [Fact]
    public async Task A_loaded_population_is_asked_and_holds_no_number()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(http, $"{PopulationList.Header}\r\n{PersonWorld.Her};aktiv;2020-01-01\r\n"));

        await PersonWorld.TakeAsync(test, [($"claims/{ClaimDocuments.Sender}/p.json", Encoding.UTF8.GetBytes(ClaimDocuments.Json(new TestClaim(1), new TestClaim(2) { Fid = PersonWorld.Other })))]);

        var rules = (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/p.json")).Rules;
        Assert.Equal((1, 1), (rules["K31"], rules["I16"]));
        Assert.Equal(2, (await PersonWorld.RowsAsync(test)).Count);
        Assert.DoesNotContain(PersonWorld.Her, Encoding.Latin1.GetString(await test.ReadAsync(Containers.Persons, "population.bin")), StringComparison.Ordinal);
        Assert.Contains(await PersonWorld.AuditAsync(test, "persons"), line => line is { Action: "population-loaded", Outcome: "1" });
    }

    [Fact]
    public async Task A_list_that_does_not_hold_changes_nothing_and_tells_no_number()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var content = new StringContent($"{PopulationList.Header}\n{PersonWorld.Her};aktiv;\n{PersonWorld.Other};?;\n");
        using var answer = await http.PostAsync(new Uri("api/persons/population", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Linje 3", body, StringComparison.Ordinal);
        Assert.DoesNotContain(PersonWorld.Other, body, StringComparison.Ordinal);
        Assert.Empty(await test.ListAsync(Containers.Persons));
    }

    [Fact]
    public async Task A_replaced_number_is_told_and_the_row_keeps_the_one_that_was_sent()
    {
        await using var test = await TestSystem.StartAsync();
        var (old, next) = PersonWorld.Replaced;
        Assert.NotNull((await test.Get<DecideAboutPersons>().LinkAsync(new PersonRequest(PersonWorld.CaseNumber, old, NewNumber: next), "test", default)).Decision);

        await PersonWorld.TakeAsync(test, [($"claims/{ClaimDocuments.Sender}/p.json", Encoding.UTF8.GetBytes(ClaimDocuments.Json(new TestClaim(1) { Fid = old, FidType = "DNR" }, new TestClaim(2) { Fid = next })))]);

        var receipt = await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/p.json");
        Assert.Equal(1, Assert.Single(receipt.Findings, finding => finding.Rule == "I17").Ordinal);
        Assert.Equal([PersonWorld.KeyOf(old), PersonWorld.KeyOf(next)], (await PersonWorld.RowsAsync(test)).OrderBy(row => row.Ordinal).Select(row => row.PersonKey));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string list)
    {
        using var content = new StringContent(list);
        using var answer = await http.PostAsync(new Uri("api/persons/population", UriKind.Relative), content);
        return answer.StatusCode;
    }
}
