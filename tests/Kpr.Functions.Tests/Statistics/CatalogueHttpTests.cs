using System.Net.Http.Json;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Statistics;

public sealed class CatalogueHttpTests
{
    private static readonly Actor One = new(Role.Applicant, "applicant-1");
    private static readonly Actor Other = new(Role.Applicant, "applicant-2");

    [Fact]
    public async Task Everybody_searches_the_catalogue_and_sees_codes_and_forms()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        var found = (await http.GetAsync(null, "/catalogue/variables?q=kj%C3%B8nn&dataset=claims")).Json;
        var sex = (await http.GetAsync(null, "/catalogue/variables/claims/kjonn")).Json;
        var home = (await http.GetAsync(null, "/catalogue/variables/claims/bostedKommuneNr")).Json;

        Assert.Equal((1, "claims.kjonn"), ((int)found["found"]!, (string)found["variables"]![0]!["id"]!));
        Assert.Contains(sex["codes"]!.AsArray(), code => (string)code!["value"]! == "2" && (string)code["norwegian"]! == "Kvinne");
        Assert.Equal(["municipality", "county"], home["tableForms"]!.AsArray().Select(form => (string)form!));
        Assert.Equal("indirect", (string)home["sensitivity"]!);
        Assert.All((string[])["claims/personKey", "claims/lonn", "wages/kjonn"], name => Assert.Equal((404, 1062), Of(http.GetAsync(null, $"/catalogue/variables/{name}").Result)));
        Assert.Equal((400, 1024), Of(await http.GetAsync(null, "/catalogue/variables?take=0")));
    }

    [Fact]
    public async Task A_dataset_is_a_frictionless_table_schema_without_the_registers_keys()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        var schema = (await http.GetAsync(null, "/catalogue/datasets/claims/schema")).Json;
        var fields = schema["fields"]!.AsArray().ToDictionary(field => (string)field!["name"]!, field => field!);

        Assert.Equal("urn:oid:2.16.578.1.12.4.1.1.3101", (string)fields["kjonn"]["rdfType"]!);
        Assert.Equal("integer", (string)fields["fodselsaar"]["type"]!);
        Assert.False(fields.ContainsKey("personKey"));
        Assert.Equal(404, (await http.GetAsync(null, "/catalogue/datasets/wages/schema")).Status);
    }

    [Fact]
    public async Task A_list_of_variables_is_saved_had_again_and_nobody_elses()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        var saved = await http.SendAsync(HttpMethod.Put, "/catalogue/lists/mine", One, JsonContent.Create(new { title = "Min", variables = (string[])["claims.kjonn", "claims.tidspunkt"] }));

        Assert.Equal(200, saved.Status);
        Assert.Equal(saved.Text, (await http.GetAsync(One, "/catalogue/lists/mine")).Text);
        Assert.Equal(["kjonn", "tidspunkt"], (await http.GetAsync(One, "/catalogue/lists/mine/schema")).Json["fields"]!.AsArray().Select(field => (string)field!["name"]!));
        Assert.Equal(404, (await http.GetAsync(Other, "/catalogue/lists/mine")).Status);
        Assert.Equal(401, (await http.GetAsync(null, "/catalogue/lists/mine")).Status);
        Assert.Equal((400, 1024), Of(await http.GetAsync(One, "/catalogue/lists/a.b")));
        Assert.Equal((422, 1063), Of(await http.SendAsync(HttpMethod.Put, "/catalogue/lists/mine", One, JsonContent.Create(new { title = "Min", variables = (string[])["claims.personKey"] }))));
        Assert.Equal((422, 1063), Of(await http.SendAsync(HttpMethod.Put, "/catalogue/lists/mine", One, JsonContent.Create(new { title = "Min", variables = (string[])["claims.kjonn", "claims.kjonn"] }))));
    }

    private static (int, int) Of(CaseReply reply) => (reply.Status, reply.Number);
}
