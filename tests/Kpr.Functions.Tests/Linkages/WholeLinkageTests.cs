using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Linking;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Applications;
using Kpr.Functions.Azure;
using Kpr.Functions.Linkages;
using Kpr.Functions.Statistics;
using Kpr.Functions.Tests.Applications;
using Kpr.Functions.Tests.CommandLine;
using Kpr.Functions.Tests.Extracts;
using Kpr.Functions.Tests.Persons;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>
/// Two registers linked, from the applicant's list to the applicant's own machine, over the whole system and the linker's tool: each party with its own key, nobody with more than its part.
/// </summary>
public sealed class WholeLinkageTests
{
    private const string CaseId = "2026-0001";

    private static readonly Actor[] Keyed = [Actors.Applicant, Actors.Linker, Actors.Npr];

    [Fact]
    public async Task Persons_of_a_list_meet_under_keys_of_the_project_and_nobody_can_undo_it_when_the_key_is_settled()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        using var folder = new TemporaryFolder();
        var certificates = Keyed.ToDictionary(actor => actor, _ => OrderedCase.Certificate(http.Test.Clock.GetUtcNow()));
        await BeginAsync(http);
        foreach (var (actor, certificate) in certificates)
        {
            Assert.Equal(200, (await http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/certificate", actor, new ByteArrayContent(certificate.RawData))).Status);
        }

        // Keys are ordered and made; the list is gone.
        var listed = ExtractWorld.People.Take(10).Select(person => person.Number).ToList();
        var list = await ListAsync(http, listed);
        Assert.Equal(202, (await http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/linkage/keys", Actors.Handler, JsonContent.Create(new { list }))).Status);
        await http.Test.SettleAsync();
        var keys = (await http.GetAsync(Actors.Handler, $"/cases/{CaseId}/linkage")).Json["keys"]!;
        Assert.True((string)keys["status"]! == "issued", keys.ToJsonString());
        Assert.Equal(listed.Count, (int)keys["persons"]!);
        Assert.Empty(await http.Test.ListAsync(Containers.Cohorts));

        // The other register finds its persons by its key file, and sends what it knows of eight of them under their serial numbers.
        var keyFile = Encoding.ASCII.GetString(Open(await BytesAsync(http, Actors.Npr, $"cases/{CaseId}/linkage/keys/npr-1"), certificates[Actors.Npr]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToDictionary(cells => cells[0], cells => cells[1]);
        Assert.Equal(listed.Order(StringComparer.Ordinal), keyFile.Keys.Order(StringComparer.Ordinal));
        await SendAsync(http, certificates[Actors.Linker], [.. listed.Take(8).Select(number => (keyFile[number], $"opphold {listed.IndexOf(number)}"))]);
        await GiveAsync(http, Actors.Npr, new RecordOrderHours("npr-1", 60, "Uttrekk", Today(http)), new FinishExtraction("npr-1", "npr/1", 8, 1, Today(http)), new CheckOutput("npr-1", true, "Kontrollert."));
        await GiveAsync(http, Actors.Releaser("npr"), new SendToLinker("npr-1"));

        var extract = await ExtractAsync(http);
        await GiveAsync(http, Actors.Linker, new StartLinking());
        var linked = await LinkAsync(http, folder, certificates[Actors.Linker], extract);
        await GiveAsync(http, Actors.Linker, new FinishLinking(linked.Rows, linked.Figures));
        await DeliverAsync(http, folder, certificates[Actors.Applicant]);

        // The applicant: rows of one person have one key in both tables, and no serial number is left.
        var names = (await http.GetAsync(Actors.Applicant, $"/cases/{CaseId}/linkage")).Json["linked"]!["files"]!.AsArray().Select(file => (string)file!["name"]!).ToList();
        var opened = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            opened[name] = Encoding.UTF8.GetString(Open(await BytesAsync(http, Actors.Applicant, $"cases/{CaseId}/linkage/result/{name}"), certificates[Actors.Applicant]));
        }

        var stays = ExtractWorld.Rows(Encoding.UTF8.GetBytes(opened["opphold.csv.p7m"]));
        var claims = ExtractWorld.Rows(Encoding.UTF8.GetBytes(opened["regning.csv.p7m"]));
        Assert.Equal((8, ExtractWorld.People.Take(10).Sum(person => person.Claims)), (stays.Count, claims.Count));
        foreach (var stay in stays)
        {
            var person = ExtractWorld.People[int.Parse(stay["verdi"].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)];
            var hers = claims.Where(claim => claim["person"] == stay["person"]).ToList();
            Assert.Equal(person.Claims, hers.Count);
            Assert.All(hers, claim => Assert.Equal(person.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), claim["fodselsaar"]));
        }

        var everything = string.Join('\n', opened.Values);
        Assert.DoesNotContain(keyFile.Values, serial => everything.Contains(serial, StringComparison.Ordinal));
        Assert.DoesNotContain(ExtractWorld.People, person => everything.Contains(person.Number, StringComparison.Ordinal) || everything.Contains(PersonWorld.KeyOf(person.Number), StringComparison.Ordinal));

        await ToldAsync(http, extract, listed);
        await EndAsync(http);
    }

    // The case: two registers, serial numbers issued, both extracting.
    private static async Task BeginAsync(CaseHttp http)
    {
        await http.Test.UploadAsync($"claims/{ClaimDocuments.Sender}/a.json", ExtractWorld.Claims);
        await http.Test.SettleAsync();
        var content = Core.Tests.Cases.Applications.PersonLevel("kpr", "npr");
        var asked = content.Sources!.Sources.Select(source => source.Register == "kpr"
            ? ExtractWorld.Requested(ExtractWorld.From, ExtractWorld.To, "claims.tidspunkt", "claims.diagnoser", "claims.fodselsaar") : source);
        var play = new TestCase(start: http.Test.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .Decided(content with { Sources = content.Sources with { Sources = [.. asked] } }).Do(Actors.Handler, new DispatchOrders(RegisterTable.Fhi), new IssueKeys("batch-1"))
            .Do(Actors.Kpr, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1")).Do(Actors.Npr, new AcceptOrder("npr-1"), new StartExtraction("npr-1"));
        http.Test.Clock.Advance(TimeSpan.FromTicks(Math.Max(0, (play.Now - http.Test.Clock.GetUtcNow()).Ticks)));
        Assert.True(await http.Test.Get<CaseStore>().AppendAsync(new Commit(StoredCase.None(CaseId), play.State, play.Events, null, []), default));
        await http.Test.Get<ListStore>().RebuildAsync(default);
    }

    private static async Task<string> ListAsync(CaseHttp http, IEnumerable<string> numbers)
    {
        await http.GetAsync(Actors.Applicant, "/cohort-certificate");
        await http.Test.SettleAsync();
        using var register = X509Certificate2.CreateFromPem((await http.GetAsync(Actors.Applicant, "/cohort-certificate")).Text);
        var taken = await http.SendAsync(
            HttpMethod.Put, $"/cases/{CaseId}/cohort/kohort", Actors.Applicant, new ByteArrayContent(await SealAsync(Encoding.UTF8.GetBytes(string.Join('\n', numbers)), register)));
        Assert.Equal(200, taken.Status);
        return (string)taken.Json["list"]!;
    }

    private static async Task SendAsync(CaseHttp http, X509Certificate2 linker, IReadOnlyList<(string Serial, string Value)> rows)
    {
        var csv = Encoding.UTF8.GetBytes("lopenummer,verdi\n" + string.Concat(rows.Select(row => $"{row.Serial},{row.Value}\n")));
        var table = new ExtractTable("opphold", "Opphold", "Stays", [new("lopenummer", "string", "Løpenummer", "Serial number"), new("verdi", "string", "Verdi", "Value")], []);
        var manifest = new SourceManifest(
            CaseId, "batch-1", "npr-1", [new SourceTable(table, "lopenummer", new PackagedFile("opphold.csv", csv.Length, Convert.ToHexStringLower(SHA256.HashData(csv)), rows.Count))]);
        foreach (var (name, content) in ((string, byte[])[])[("opphold.csv", csv), (SourceManifest.FileName, manifest.ToBytes())])
        {
            var put = await http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/linkage/from/npr-1/{name}.p7m", Actors.Npr, new ByteArrayContent(await SealAsync(content, linker)));
            Assert.True(put.Status == 200, put.Text);
        }
    }

    // The register's own extract, under serial numbers, to the linker.
    private static async Task<string> ExtractAsync(CaseHttp http)
    {
        var order = new ExtractOrder(
            CaseId, "kpr-1",
            [new ExtractedDataset("claims", [new Core.Statistics.Orders.OrderedVariable("tidspunkt", "month"), new Core.Statistics.Orders.OrderedVariable("diagnoser"), new Core.Statistics.Orders.OrderedVariable("fodselsaar")], ExtractWorld.From, ExtractWorld.To)],
            new ExtractedPopulation());
        var ordered = await http.SendAsync(HttpMethod.Post, "/extracts", OrderedCase.First, JsonContent.Create(JsonSerializer.SerializeToNode(order, TableJson.Options)), ("Idempotency-Key", "order"));
        Assert.True(ordered.Status == 202, ordered.Text);
        var id = (string)ordered.Json["id"]!;
        await http.Test.SettleAsync();
        var prepared = (await http.GetAsync(OrderedCase.First, $"/extracts/{id}")).Json;
        Assert.True((string)prepared["state"]!["status"]! == "prepared", prepared.ToJsonString());
        await GiveAsync(http, OrderedCase.First, new RecordOrderHours("kpr-1", 60, "Uttrekk", Today(http)), new CheckOutput("kpr-1", true, "Kontrollert."));
        var released = await http.SendAsync(HttpMethod.Post, $"/extracts/{id}/release", OrderedCase.Second, JsonContent.Create(new { reason = "Få personer." }), ("Idempotency-Key", "release"));
        Assert.True(released.Status == 202, released.Text);
        await http.Test.SettleAsync();
        Assert.Equal(OrderState.AtLinker, (await http.Test.Get<CaseStore>().LoadAsync(CaseId, default)).State.FindOrder("kpr-1")!.State);
        return id;
    }

    // The linker fetches all there is for it, and links with the tool.
    private static async Task<(long Rows, string Figures)> LinkAsync(CaseHttp http, TemporaryFolder folder, X509Certificate2 linker, string extract)
    {
        folder.Write("linker.pem", linker.ExportCertificatePem());
        folder.Write("linker.key", linker.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await FetchAsync(http, folder, "issued/linkage.json", $"cases/{CaseId}/linkage/sheet");
        foreach (var order in (string[])["kpr-1", "npr-1"])
        {
            await FetchAsync(http, folder, $"issued/maps/{order}.map.p7m", $"cases/{CaseId}/linkage/maps/{order}");
        }

        var view = (await http.GetAsync(Actors.Linker, $"/cases/{CaseId}/linkage")).Json;
        foreach (var file in view["sources"]!.AsArray().Single(source => (string)source!["order"]! == "npr-1")!["files"]!.AsArray())
        {
            await FetchAsync(http, folder, $"came/npr-1/{file!["name"]}", $"cases/{CaseId}/linkage/from/npr-1/{file["name"]}");
        }

        foreach (var file in (await http.GetAsync(Actors.Linker, $"/deliveries/{extract}")).Json["files"]!.AsArray())
        {
            await FetchAsync(http, folder, $"came/kpr-1/{file!["name"]}", $"deliveries/{extract}/files/{file["name"]}");
        }

        var run = await CommandLineRun.Of(
            "linkage", "link", folder["issued"], "--deliveries", folder["came"], "--out", folder["linked"], "--key", folder["linker.key"], "--certificate", folder["linker.pem"]);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("npr-1: 8 personer (80,0 %), 8 rader", run.Out, StringComparison.Ordinal);
        Assert.Contains("kpr-1: 10 personer (100,0 %)", run.Out, StringComparison.Ordinal);
        return (Directory.GetFiles(folder["linked"], "*.csv").Sum(name => File.ReadAllLines(name).Length - 1), run.Out);
    }

    private static async Task DeliverAsync(CaseHttp http, TemporaryFolder folder, X509Certificate2 applicant)
    {
        folder.Write("applicant.pem", applicant.ExportCertificatePem());
        var run = await CommandLineRun.Of("linkage", "seal", folder["linked"], "--certificate", folder["applicant.pem"], "--out", folder["sealed"]);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        foreach (var file in Directory.GetFiles(folder["sealed"]))
        {
            var put = await http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/linkage/result/{Path.GetFileName(file)}", Actors.Linker, new ByteArrayContent(await File.ReadAllBytesAsync(file)));
            Assert.True(put.Status == 200, put.Text);
        }

        var released = await http.SendAsync(HttpMethod.Post, $"/cases/{CaseId}/linkage/release", Actors.Linker, null, ("Idempotency-Key", "release"));
        Assert.True(released.Status == 200, released.Text);
    }

    // The ledger has the linker and the applicant, and the persons are told of both.
    private static async Task ToldAsync(CaseHttp http, string extract, List<string> listed)
    {
        var lines = (await http.GetAsync(Actors.Auditor, "/disclosures")).Json["disclosures"]!.AsArray();
        Assert.Equal([(extract, RegisterTable.Fhi), (LinkageStore.IdOf(CaseId, "batch-1"), Actors.ControllerNumber)], lines.Select(line => ((string)line!["extract"]!, (string)line["recipient"]!)));
        using var client = new HttpClient { BaseAddress = http.Test.System.Host.Address };
        foreach (var (number, times) in (IEnumerable<(string, int)>)[(listed[0], 2), (ExtractWorld.People[^1].Number, 0)])
        {
            using var answer = await client.PostAsJsonAsync("api/persons/disclosures", new { @case = PersonWorld.CaseNumber, number });
            Assert.Equal(times, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetArrayLength());
        }
    }

    // The key is destroyed: what tells serial numbers from persons is nowhere any more, and the linked data can be fetched still.
    private static async Task EndAsync(CaseHttp http)
    {
        Assert.NotEmpty(await http.Test.ListAsync(Containers.Projects, "batches/"));
        await GiveAsync(http, Actors.Linker, new SettleKey());
        await http.Test.SettleAsync();
        Assert.Empty(await http.Test.ListAsync(Containers.Projects, "batches/"));
        Assert.Empty(await http.Test.ListAsync(Containers.Projects, "populations/"));
        Assert.All(await http.Test.ListAsync(Containers.Linkages), name => Assert.Contains("/result/", name, StringComparison.Ordinal));
        Assert.Equal("ended", (string)(await http.GetAsync(Actors.Handler, $"/cases/{CaseId}/linkage")).Json["keys"]!["status"]!);
        Assert.Equal(200, (await http.GetAsync(Actors.Applicant, $"/cases/{CaseId}/linkage/result/regning.csv.p7m")).Status);
    }

    private static async Task GiveAsync(CaseHttp http, Actor by, params CaseCommand[] commands)
    {
        foreach (var command in commands)
        {
            var reply = await http.DoAsync(by, CaseId, command);
            Assert.True(reply.Status == 200, $"{command.GetType().Name}: {reply.Text}");
        }
    }

    private static async Task FetchAsync(CaseHttp http, TemporaryFolder folder, string name, string address)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        await File.WriteAllBytesAsync(folder[name], await BytesAsync(http, Actors.Linker, address));
    }

    private static async Task<byte[]> BytesAsync(CaseHttp http, Actor by, string address)
    {
        using var client = new HttpClient { BaseAddress = http.Test.System.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", http.Token(by));
        return await client.GetByteArrayAsync($"api/{address}");
    }

    private static async Task<byte[]> SealAsync(byte[] content, X509Certificate2 recipient)
    {
        using var target = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream(content), target, recipient);
        return target.ToArray();
    }

    private static byte[] Open(byte[] envelope, X509Certificate2 certificate)
    {
        var cms = new EnvelopedCms();
        cms.Decode(envelope);
        cms.Decrypt([certificate]);
        return cms.ContentInfo.Content;
    }

    private static DateOnly Today(CaseHttp http) => Core.Catalogue.NorwegianTime.Today(http.Test.Clock);
}
