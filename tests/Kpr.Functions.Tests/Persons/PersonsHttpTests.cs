using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kpr.Functions.Persons;

namespace Kpr.Functions.Tests.Persons;

public sealed class PersonsHttpTests
{
    [Fact]
    public async Task Decisions_are_taken_followed_and_lifted_over_http_and_no_answer_tells_a_number_or_a_key()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        var asked = new { @case = PersonWorld.CaseNumber, number = PersonWorld.Her };

        using var first = await http.PostAsJsonAsync("api/persons/deletions", asked);
        using var again = await http.PostAsJsonAsync("api/persons/deletions", asked);
        using var reserved = await http.PostAsJsonAsync("api/persons/reservations", new { @case = PersonWorld.CaseNumber, number = PersonWorld.Other, services = new[] { "schoolHealth", "Disclosure" } });
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted], [first.StatusCode, again.StatusCode, reserved.StatusCode]);
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.Equal(id, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());

        await test.Get<ApplyDecisions>().RunAsync(default);
        Assert.Equal("Done", (await http.GetFromJsonAsync<JsonElement>($"api/persons/decisions/{id}")).GetProperty("state").GetString());
        var all = await http.GetStringAsync("api/persons/decisions");
        Assert.Equal(2, JsonDocument.Parse(all).RootElement.GetArrayLength());
        Assert.DoesNotContain(PersonWorld.Her, all, StringComparison.Ordinal);
        Assert.DoesNotContain(PersonWorld.KeyOf(PersonWorld.Her), all, StringComparison.Ordinal);

        using var lifted = await http.DeleteAsync($"api/persons/decisions/{id}");
        using var gone = await http.DeleteAsync($"api/persons/decisions/{id}");
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NotFound], [lifted.StatusCode, gone.StatusCode]);
        Assert.DoesNotContain(test.Logs.All, line => line.Text.Contains(PersonWorld.Her, StringComparison.Ordinal));
        Assert.Empty(await PersonWorld.PlacesOfAsync(test, PersonWorld.Her));
        Assert.DoesNotContain(PersonWorld.Other, System.Text.Encoding.UTF8.GetString(await test.OpenAsync(Kpr.Functions.Azure.Containers.Persons, "list.sealed")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deletions", "no json")]
    [InlineData("deletions", "null")]
    [InlineData("deletions", """{"number":"17834200368"}""")]
    [InlineData("deletions", """{"case":"2026/1"}""")]
    [InlineData("deletions", """{"case":"17834200368","number":"17834200368"}""")]
    [InlineData("deletions", """{"case":"2026/1","number":"17834200368","personKey":"P2222222222222222"}""")]
    [InlineData("deletions", """{"case":"2026/1","personKey":"17834200368"}""")]
    [InlineData("reservations", """{"case":"2026/1","number":"17834200368"}""")]
    [InlineData("reservations", """{"case":"2026/1","number":"17834200368","services":["homeCare"]}""")]
    [InlineData("links", """{"case":"2026/1","number":"17834200368"}""")]
    public async Task What_is_no_request_is_refused_with_a_reason_that_repeats_none_of_it(string what, string body)
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"api/persons/{what}", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("17834200368", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("[]", await http.GetStringAsync("api/persons/decisions"));
    }
}
