using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;
using Kpr.Functions.Tests.Persons;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>An extract from the applicant's list to the applicant's own machine, over the whole system, and what becomes of it when it is recalled.</summary>
public sealed class WholeWayTests
{
    [Fact]
    public async Task Persons_of_a_list_go_out_as_a_signed_package_that_one_recipient_opens_and_come_back_when_it_is_recalled()
    {
        await using var world = await OrderedCase.StartWholeAsync();
        await world.Test.UploadAsync($"claims/{ClaimDocuments.Sender}/a.json", ExtractWorld.Claims);
        await world.Test.SettleAsync();
        var listed = ExtractWorld.People.Take(6).Select(person => person.Number).ToList();
        var id = await OrderAsync(world, await ListAsync(world, [.. listed, listed[0], "ikke et nummer"]));
        await world.Test.SettleAsync();

        var prepared = (await world.Http.GetAsync(OrderedCase.First, $"/extracts/{id}")).Json;
        Assert.Equal(("prepared", listed.Count), ((string)prepared["state"]!["status"]!, (int)prepared["state"]!["persons"]!));
        Assert.Equal((8, listed.Count, 1, 1), (List(prepared, "lines"), List(prepared, "found"), List(prepared, "repeated"), List(prepared, "invalid")));
        Assert.Empty(await world.Test.ListAsync(Containers.Cohorts));
        Assert.Equal(200, (await world.DoAsync(OrderedCase.First, new CheckOutput(OrderedCase.Order, true, "Kontrollert."))).Status);
        using var certificate = OrderedCase.Certificate(world.Test.Clock.GetUtcNow());
        var put = await world.PutCertificateAsync(certificate.RawData);
        Assert.Equal(202, (await world.ReleaseAsync(OrderedCase.Second, id, new { reason = "Få personer, avtalt med søker.", certificate = (string)put.Json["sha256"]! })).Status);
        await world.Test.SettleAsync();

        var opened = await OpenAsync(world, id, certificate);
        Assert.Equal(listed.Count, Lines(opened["regning.csv"]).Skip(1).Select(line => line.Split(',')[0]).Distinct().Count());
        foreach (var (name, content) in opened)
        {
            var text = Encoding.UTF8.GetString(content);
            Assert.DoesNotContain(ExtractWorld.People, person => text.Contains(person.Number, StringComparison.Ordinal) || text.Contains(PersonWorld.KeyOf(person.Number), StringComparison.Ordinal));
            Assert.True(content.Length > 0, name);
        }

        await ToldAsync(world, id, listed);
        Assert.Equal(200, (await world.DoAsync(OrderedCase.First, new RecallOrder(OrderedCase.Order, "Feil utvalg."))).Status);
        await world.Test.SettleAsync();
        Assert.Equal((409, 1076), Applications.CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, $"/deliveries/{id}/files/regning.csv.p7m")));
        Assert.DoesNotContain(await world.Test.ListAsync(Containers.Deliveries), name => name.StartsWith($"{id}/", StringComparison.Ordinal));
        await ToldAsync(world, id, listed);
    }

    // The register's certificate is made when somebody first asks for it.
    private static async Task<string> ListAsync(OrderedCase world, string[] lines)
    {
        Assert.Equal((503, 1072), Applications.CaseHttp.Told(await world.Http.GetAsync(Actors.Applicant, "/cohort-certificate")));
        await world.Test.SettleAsync();
        using var register = X509Certificate2.CreateFromPem((await world.Http.GetAsync(Actors.Applicant, "/cohort-certificate")).Text);
        using var target = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), target, register);
        var taken = await world.Http.SendAsync(HttpMethod.Put, $"/cases/{OrderedCase.CaseId}/cohort/kohort", Actors.Applicant, new ByteArrayContent(target.ToArray()));
        Assert.Equal(200, taken.Status);
        return (string)taken.Json["list"]!;
    }

    private static async Task<string> OrderAsync(OrderedCase world, string list)
    {
        var order = OrderedCase.Wanted() with { Population = new ExtractedPopulation(ListId: list) };
        order = order with { Datasets = [order.Datasets[0] with { From = ExtractWorld.From, To = ExtractWorld.To }] };
        var ordered = await world.Http.SendAsync(
            HttpMethod.Post, "/extracts", OrderedCase.First, JsonContent.Create(JsonSerializer.SerializeToNode(order, TableJson.Options)), ("Idempotency-Key", "order"));
        Assert.Equal(202, ordered.Status);
        return (string)ordered.Json["id"]!;
    }

    private static async Task<Dictionary<string, byte[]>> OpenAsync(OrderedCase world, string id, X509Certificate2 certificate)
    {
        using var http = new HttpClient { BaseAddress = world.Test.System.Host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", world.Http.Token(Actors.Applicant));
        var delivery = Assert.Single((await world.Http.GetAsync(Actors.Applicant, "/deliveries")).Json.AsArray())!;
        Assert.Null(delivery["closed"]);
        var opened = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in delivery["files"]!.AsArray().Select(file => (string)file!["name"]!))
        {
            Assert.EndsWith(CmsEnvelope.Extension, name, StringComparison.Ordinal);
            var cms = new EnvelopedCms();
            cms.Decode(await http.GetByteArrayAsync($"api/deliveries/{id}/files/{name}"));
            cms.Decrypt(new X509Certificate2Collection(certificate));
            opened[name[..^CmsEnvelope.Extension.Length]] = cms.ContentInfo.Content;
        }

        using var register = X509Certificate2.CreateFromPem((await world.Http.GetAsync(Actors.Applicant, "/cohort-certificate")).Text);
        Assert.True(ManifestSignature.Verify(opened[DeliveryManifest.FileName], opened[DeliveryManifest.SignatureName], register));
        foreach (var file in JsonNode.Parse(opened[DeliveryManifest.FileName])!["files"]!.AsArray())
        {
            Assert.Equal((string)file!["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(opened[(string)file["name"]!])));
        }

        return opened;
    }

    // The ledger, and those whom it is about.
    private static async Task ToldAsync(OrderedCase world, string id, List<string> listed)
    {
        var line = Assert.Single((await world.Http.GetAsync(Actors.Auditor, "/disclosures")).Json["disclosures"]!.AsArray())!;
        Assert.Equal((id, Actors.ControllerNumber, listed.Count), ((string)line["extract"]!, (string)line["recipient"]!, (int)line["what"]!["persons"]!));
        using var http = new HttpClient { BaseAddress = world.Test.System.Host.Address };
        foreach (var (number, times) in (IEnumerable<(string, int)>)[(listed[0], 1), (listed[^1], 1), (ExtractWorld.People[^1].Number, 0)])
        {
            using var answer = await http.PostAsJsonAsync("api/persons/disclosures", new { @case = PersonWorld.CaseNumber, number });
            Assert.Equal(times, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetArrayLength());
        }
    }

    private static int List(JsonNode extract, string name) => (int)extract["state"]!["list"]![name]!;

    private static string[] Lines(byte[] csv) => Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
